package io.evenhand.review.item;

import io.evenhand.access.Caller;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.Words;
import io.evenhand.review.queue.Workbench;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of one answer. */
@Controller
class ItemController {

    private final Pages pages;
    private final Workbench workbench;

    ItemController(Pages pages, Workbench workbench) {
        this.pages = pages;
        this.workbench = workbench;
    }

    @GetMapping(path = "/review/items/{id}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        var parameters = exchange.getRequest().getQueryParams();
        Optional<GradingId> before =
                Optional.ofNullable(parameters.getFirst("done"))
                        .map(GradingId::new)
                        .filter(GradingId::isWellFormed);
        Pages.Visit visit = pages.visit(exchange, caller, id);
        boolean ahead = parameters.containsKey("ahead");
        Optional<String> previous =
                ahead ? Optional.empty() : Trail.of(exchange).shown(visit.id(), exchange);
        return (ahead ? pages.ahead(visit) : pages.open(visit, before))
                .zipWith(workbench.count(caller.tenant(), visit.filter()))
                .map(
                        both ->
                                Rendering.view("review/item")
                                        .modelAttribute(
                                                "item",
                                                pages.page(both.getT1(), visit)
                                                        .view(
                                                                parameters.containsKey("candidate"),
                                                                parameters.containsKey("round")))
                                        .modelAttribute("left", Counts.words(both.getT2()))
                                        .modelAttribute("previous", previous.orElse(""))
                                        .model(before(both.getT1().before(), caller))
                                        .build());
    }

    /** Where the answer after this one is, for a browser that gets it while somebody reads. */
    @GetMapping("/review/items/{id}/ahead")
    Mono<ResponseEntity<Void>> ahead(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return pages.item(visit)
                .switchIfEmpty(Mono.error(Pages::unknown))
                .flatMap(
                        item ->
                                workbench.next(
                                        caller.tenant(),
                                        visit.filter(),
                                        visit.desk(),
                                        Optional.of(item)))
                .map(next -> "/review/items/" + next + "?" + visit.filter().query() + "&ahead=on")
                .map(to -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(to)))
                .map(found -> found.<Void>build())
                .defaultIfEmpty(ResponseEntity.noContent().build());
    }

    /** What was decided just before, so that it can be taken back. */
    private static Map<String, ?> before(Optional<Grading> before, Caller caller) {
        return before.filter(
                        grading ->
                                grading.review()
                                        .filter(by -> by.reviewer().equals(caller.name()))
                                        .isPresent())
                .flatMap(grading -> grading.grade().map(grade -> Map.of("done", Done.of(grading))))
                .orElse(Map.of());
    }

    /** What the choices come to and what was changed in the words, while somebody works on them. */
    @PostMapping(path = "/review/items/{id}/preview", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> preview(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return exchange.getFormData()
                .zipWith(pages.open(visit, Optional.empty()))
                .map(
                        both -> {
                            Grading grading = both.getT2().entry().grading();
                            DecisionForm form = new DecisionForm(grading, both.getT1());
                            return Rendering.view("review/item :: preview")
                                    .modelAttribute(
                                            "item", pages.page(both.getT2(), visit).view(form))
                                    .build();
                        });
    }

    /**
     * A decision that was stored just before.
     *
     * @param question cut to a few words
     */
    public record Done(String id, long version, String question, String score, String maxScore) {

        private static final int LONGEST = 40;

        static Done of(Grading grading) {
            var grade = grading.grade().orElseThrow();
            return new Done(
                    grading.id().value(),
                    grading.version(),
                    Words.cut(grading.submission().question().text(), LONGEST),
                    CriterionView.plain(grade.score()),
                    CriterionView.plain(grade.maxScore()));
        }
    }
}
