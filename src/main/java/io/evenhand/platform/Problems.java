package io.evenhand.platform;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Tells client and log of a failure, both with the same trace id. */
@Component
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;
    private static final Set<ProblemCode> RUSH =
            EnumSet.of(ProblemCode.OVERLOADED, ProblemCode.RATE_LIMITED);

    private final Tracer tracer;

    Problems(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The problem of a failure where the response is already on its way. */
    public ProblemBody of(Throwable error) {
        return of(Refusals.of(error), error, "");
    }

    ProblemBody of(Refusal refusal, Throwable error, String path) {
        if (refusal.code() == ProblemCode.INTERNAL) {
            LOG.error("a request failed: {}", trace(error));
        } else {
            LOG.atLevel(level(refusal.code())).log("a request was refused: {}", refusal.code());
        }
        return ProblemBody.of(refusal, path, traceId());
    }

    /** In a rush there are a great many, which {@code http_server_requests} counts. */
    private static Level level(ProblemCode code) {
        return RUSH.contains(code) ? Level.DEBUG : Level.INFO;
    }

    private String traceId() {
        Span span = tracer.currentSpan();
        return span == null ? "" : span.context().traceId();
    }

    /** Types and places only: a message may hold what a candidate wrote. */
    private static String trace(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .map(Problems::places)
                .collect(Collectors.joining("\ncaused by "));
    }

    /** Reactor moves the frames of what passes one of its checkpoints to a suppressed exception. */
    private static String places(Throwable error) {
        return Stream.concat(Stream.of(error), Stream.of(error.getSuppressed()))
                .flatMap(each -> Stream.of(each.getStackTrace()))
                .distinct()
                .limit(FRAMES)
                .map(frame -> "\n  at " + frame)
                .collect(Collectors.joining("", error.getClass().getName(), ""));
    }
}
