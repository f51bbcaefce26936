package io.evenhand.access;

import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.access.audit.Trail;
import io.evenhand.platform.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
                    new Watched(HttpMethod.GET, "/interviews/{id}", Action.INTERVIEW_VIEWED),
                    new Watched(
                            HttpMethod.GET,
                            "/interviews/{id}/candidates/{grading}",
                            Action.CANDIDATE_VIEWED),
                    new Watched(
                            HttpMethod.GET, "/interviews/{id}/compare", Action.CANDIDATE_VIEWED),
                    new Watched(
                            HttpMethod.GET,
                            "/interviews/{id}/results.csv",
                            Action.RESULTS_EXPORTED),
                    new Watched(
                            HttpMethod.GET,
                            "/interviews/{id}/results.xlsx",
                            Action.RESULTS_EXPORTED),
                    new Watched(HttpMethod.POST, "/uploads", Action.BATCH_UPLOADED),
                    new Watched(HttpMethod.GET, "/uploads/{id}", Action.BATCH_VIEWED),
                    new Watched(HttpMethod.POST, "/uploads/{id}/start", Action.BATCH_CHANGED),
                    new Watched(HttpMethod.POST, "/uploads/{id}/cancel", Action.BATCH_CHANGED),
                    new Watched(
                            HttpMethod.GET, "/uploads/{id}/results.csv", Action.RESULTS_EXPORTED),
                    new Watched(HttpMethod.POST, "/questions/{id}/try", Action.QUESTION_TRIED),
                    new Watched(
                            HttpMethod.POST, "/review/items/{id}/decision", Action.GRADING_DECIDED),
                    new Watched(HttpMethod.POST, "/review/items/{id}/undo", Action.GRADING_DECIDED),
                    new Watched(
                            HttpMethod.POST, "/review/items/{id}/second", Action.GRADING_DECIDED),
                    new Watched(HttpMethod.POST, "/review/bulk", Action.GRADING_DECIDED),
                    new Watched(
                            HttpMethod.POST, "/v1/gradings/{id}/review", Action.GRADING_DECIDED));

    /** Of a grading or batch; what is longer is none, and text is not to get in this way. */
    private static final int ID_LENGTH = 26;

    /** Ids that people chose are written down where there is something of that id. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    /** Names the candidates of a comparison. */
    private static final String COMPARED = "with";

    private static final int MOST = 5;

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
        Outcome outcome = outcome(exchange.getResponse().getStatusCode());
        return storage.inTransaction(
                        () -> {
                            watched.subjects(exchange, outcome)
                                    .forEach(
                                            subject ->
                                                    trail.add(
                                                            caller.tenant(),
                                                            caller.name(),
                                                            watched.action(),
                                                            subject,
                                                            outcome));
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

        /** What is written down of it, once for each; at least once. */
        List<Optional<String>> subjects(ServerWebExchange exchange, Outcome outcome) {
            List<Optional<String>> compared =
                    action == Action.CANDIDATE_VIEWED
                            ? exchange
                                    .getRequest()
                                    .getQueryParams()
                                    .getOrDefault(COMPARED, List.of())
                                    .stream()
                                    .filter(id -> id.length() == ID_LENGTH)
                                    .limit(MOST)
                                    .map(Optional::of)
                                    .toList()
                            : List.of();
            return compared.isEmpty() ? List.of(id(exchange, outcome)) : compared;
        }

        private Optional<String> id(ServerWebExchange exchange, Outcome outcome) {
            Map<String, String> variables =
                    Optional.ofNullable(
                                    path.matchAndExtract(
                                            exchange.getRequest()
                                                    .getPath()
                                                    .pathWithinApplication()))
                            .map(PathPattern.PathMatchInfo::getUriVariables)
                            .orElse(Map.of());
            return Optional.ofNullable(variables.getOrDefault("grading", variables.get("id")))
                    .filter(
                            id ->
                                    id.length() == ID_LENGTH
                                            || outcome == Outcome.DONE
                                                    && SLUG.matcher(id).matches());
        }
    }
}
