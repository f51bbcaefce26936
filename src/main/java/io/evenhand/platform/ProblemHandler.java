package io.evenhand.platform;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a failed request becomes problem details. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final int FRAMES = 12;

    private final JsonMapper json;
    private final Tracer tracer;

    ProblemHandler(JsonMapper json, Tracer tracer) {
        this.json = json;
        this.tracer = tracer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        Refusal refusal = Refusals.of(error);
        if (refusal.code() == ProblemCode.INTERNAL) {
            LOG.error("{} failed: {}", exchange.getRequest().getMethod(), trace(error));
        }
        response.setStatusCode(refusal.code().status());
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        refusal.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, seconds(wait)));
        String path = exchange.getRequest().getPath().value();
        byte[] body = json.writeValueAsBytes(ProblemBody.of(refusal, path, traceId()));
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static String seconds(java.time.Duration wait) {
        return Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000L)));
    }

    private String traceId() {
        Span span = tracer.currentSpan();
        return span == null ? "" : span.context().traceId();
    }

    /** Types and places only: a message may hold what a candidate wrote. */
    private static String trace(Throwable error) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause)
                .limit(5)
                .map(
                        e ->
                                e.getClass().getName()
                                        + Stream.of(e.getStackTrace())
                                                .limit(FRAMES)
                                                .map(frame -> "\n  at " + frame)
                                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\ncaused by "));
    }
}
