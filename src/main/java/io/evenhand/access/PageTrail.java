package io.evenhand.access;

import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.access.audit.Scribe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
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
 * Writes down who looked at answers and results and who decided on them, once a request and before
 * the response leaves: what cannot be written down is not shown.
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
                    new Watched(HttpMethod.GET, "/v1/gradings/{id}", Action.GRADING_VIEWED),
                    new Watched(
                            HttpMethod.GET, "/review/items/{id}/similar", Action.SIMILAR_VIEWED),
                    new Watched(HttpMethod.GET, "/", Action.GRADINGS_LISTED),
                    new Watched(HttpMethod.GET, "/review", Action.GRADINGS_LISTED),
                    new Watched(HttpMethod.GET, "/review/bulk", Action.GRADINGS_LISTED),
                    new Watched(HttpMethod.GET, "/v1/gradings", Action.GRADINGS_LISTED),
                    new Watched(HttpMethod.GET, "/v1/batches/{id}/results", Action.BATCH_EXPORTED),
                    new Watched(
                            HttpMethod.GET, "/v1/interviews/{id}/results", Action.RESULTS_VIEWED),
                    new Watched(
                            HttpMethod.GET,
                            "/v1/interviews/{id}/comparison",
                            Action.RESULTS_VIEWED),
                    new Watched(
                            HttpMethod.GET,
                            "/v1/interviews/{id}/candidates/**",
                            Action.RESULTS_VIEWED),
                    new Watched(
                            HttpMethod.POST, "/review/items/{id}/decision", Action.GRADING_DECIDED),
                    new Watched(HttpMethod.POST, "/review/items/{id}/undo", Action.GRADING_DECIDED),
                    new Watched(
                            HttpMethod.POST, "/review/items/{id}/second", Action.GRADING_DECIDED),
                    new Watched(HttpMethod.POST, "/review/bulk", Action.GRADING_DECIDED),
                    new Watched(
                            HttpMethod.POST, "/v1/gradings/{id}/review", Action.GRADING_DECIDED));

    /** An id of ours; text is not to get in this way. */
    private static final int ID_LENGTH = 26;

    /** What was found is one, whoever chose it. */
    private static final int LONGEST_ID = 100;

    /** Names the candidates of a comparison. */
    private static final String COMPARED = "with";

    private static final int MOST = 5;

    private final Scribe scribe;

    PageTrail(Scribe scribe) {
        this.scribe = scribe;
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
        if (HttpStatus.NOT_MODIFIED.equals(status)) {
            return Mono.empty();
        }
        Outcome outcome = outcome(status);
        List<String> named = AuditSubjects.of(exchange);
        return scribe.write(
                caller.tenant(),
                caller.name(),
                watched.action(),
                named.isEmpty() ? watched.subjects(exchange, outcome) : named,
                outcome);
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

        /** What is written down of it; none where nothing is named. */
        List<String> subjects(ServerWebExchange exchange, Outcome outcome) {
            List<String> compared =
                    action == Action.CANDIDATE_VIEWED
                            ? exchange
                                    .getRequest()
                                    .getQueryParams()
                                    .getOrDefault(COMPARED, List.of())
                                    .stream()
                                    .filter(id -> id.length() == ID_LENGTH)
                                    .limit(MOST)
                                    .toList()
                            : List.of();
            return compared.isEmpty() ? id(exchange, outcome).stream().toList() : compared;
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
            int longest = outcome == Outcome.DONE ? LONGEST_ID : 0;
            return Optional.ofNullable(variables.getOrDefault("grading", variables.get("id")))
                    .filter(id -> id.length() == ID_LENGTH || id.length() <= longest);
        }
    }
}
