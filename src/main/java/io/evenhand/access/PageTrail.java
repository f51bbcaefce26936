package io.evenhand.access;

import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.access.audit.Trail;
import io.evenhand.platform.Storage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Writes down who looked at a grading's page and who decided on it, before the response leaves:
 * what cannot be written down is not shown.
 */
@Component
class PageTrail {

    private static final List<Watched> WATCHED =
            List.of(
                    new Watched(HttpMethod.GET, "/gradings/{id}", Action.GRADING_VIEWED),
                    new Watched(HttpMethod.GET, "/review/items/{id}", Action.GRADING_VIEWED),
                    new Watched(
                            HttpMethod.POST, "/review/items/{id}/decision", Action.GRADING_DECIDED),
                    new Watched(HttpMethod.POST, "/review/items/{id}/undo", Action.GRADING_DECIDED),
                    new Watched(
                            HttpMethod.POST, "/review/items/{id}/second", Action.GRADING_DECIDED),
                    new Watched(HttpMethod.POST, "/review/bulk", Action.GRADING_DECIDED),
                    new Watched(
                            HttpMethod.POST, "/v1/gradings/{id}/review", Action.GRADING_DECIDED));

    /** An id that is longer is none, and text is not to get in this way. */
    private static final int ID_LENGTH = 26;

    private final Trail trail;
    private final Storage storage;

    PageTrail(Trail trail, Storage storage) {
        this.trail = trail;
        this.storage = storage;
    }

    /** A filter for the security chain alone: as a bean it would run twice. */
    WebFilter filter() {
        return this::filter;
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return watched(exchange)
                .map(
                        watched ->
                                caller().doOnNext(
                                                caller ->
                                                        exchange.getResponse()
                                                                .beforeCommit(
                                                                        () ->
                                                                                write(
                                                                                        exchange,
                                                                                        watched,
                                                                                        caller)))
                                        .then(chain.filter(exchange)))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> write(ServerWebExchange exchange, Watched watched, Caller caller) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return storage.inTransaction(
                        () -> {
                            trail.add(
                                    caller.tenant(),
                                    caller.name(),
                                    watched.action(),
                                    watched.id(exchange),
                                    outcome(status));
                            return true;
                        })
                .then();
    }

    private static Outcome outcome(@Nullable HttpStatusCode status) {
        if (status == null || !status.isError()) {
            return Outcome.DONE;
        }
        return status.is4xxClientError() ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static Mono<Caller> caller() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(CallerToken.class)
                .map(CallerToken::getPrincipal);
    }

    private static Optional<Watched> watched(ServerWebExchange exchange) {
        return WATCHED.stream().filter(watched -> watched.matches(exchange)).findFirst();
    }

    /** A kind of request that is written down. */
    private record Watched(HttpMethod method, PathPattern path, Action action) {

        Watched(HttpMethod method, String path, Action action) {
            this(method, PathPatternParser.defaultInstance.parse(path), action);
        }

        boolean matches(ServerWebExchange exchange) {
            return exchange.getRequest().getMethod().equals(method)
                    && path.matches(exchange.getRequest().getPath().pathWithinApplication());
        }

        Optional<String> id(ServerWebExchange exchange) {
            return Optional.ofNullable(
                            path.matchAndExtract(
                                    exchange.getRequest().getPath().pathWithinApplication()))
                    .map(match -> match.getUriVariables().get("id"))
                    .filter(id -> id.length() == ID_LENGTH);
        }
    }
}
