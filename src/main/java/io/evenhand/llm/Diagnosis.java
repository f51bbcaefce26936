package io.evenhand.llm;

import dev.langchain4j.exception.ContentFilteredException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells from an exception what was the matter; LangChain4j hides the cause at different depths. */
final class Diagnosis {

    private final Clock clock;

    Diagnosis(Clock clock) {
        this.clock = clock;
    }

    CallFailed of(Throwable thrown) {
        return thrown instanceof CallFailed failed ? failed : CallFailed.of(fault(thrown));
    }

    private Fault fault(Throwable thrown) {
        return causes(thrown)
                .map(this::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Fault.Outage(root(thrown), Optional.empty(), false));
    }

    private Optional<Fault> known(Throwable cause) {
        return switch (cause) {
            case WireException wire -> Optional.of(byStatus(wire));
            case Envelope.ContentRefused _, ContentFilteredException _ ->
                    Optional.of(new Fault.Refused());
            case CallNotPermittedException _ -> Optional.of(new Fault.CircuitOpen());
            default -> Optional.empty();
        };
    }

    private Fault byStatus(WireException wire) {
        int status = wire.statusCode();
        Optional<Instant> until = RetryAfter.in(wire.headers(), clock);
        if (status == 429) {
            // Money that has run out does not come back by waiting.
            return mentions(wire, "insufficient_quota")
                    ? new Fault.Rejected(status)
                    : new Fault.Throttled(until);
        }
        if (status == 408 || status == 409 || status == 425 || status >= 500) {
            return new Fault.Outage("HTTP " + status, until, Fault.TOO_MUCH.contains(status));
        }
        boolean filtered = mentions(wire, "content_filter") || mentions(wire, "content_policy");
        return filtered ? new Fault.Refused() : new Fault.Rejected(status);
    }

    private static boolean mentions(WireException wire, String code) {
        return wire.body().toLowerCase(Locale.ROOT).contains(code);
    }

    private static String root(Throwable thrown) {
        return causes(thrown)
                .reduce((_, deeper) -> deeper)
                .map(cause -> cause.getClass().getSimpleName())
                .orElse("");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
