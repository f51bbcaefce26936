package io.evenhand.review.item;

import io.evenhand.access.Caller;
import io.evenhand.grading.Grading;
import io.evenhand.grading.work.ReviewDesk;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.review.queue.QueueItem;
import io.evenhand.review.queue.Workbench;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a reviewer decides on one answer; each decision says which state of it was seen. */
@Controller
class DecisionController {

    private final Pages pages;
    private final Workbench workbench;
    private final ReviewDesk desk;

    DecisionController(Pages pages, Workbench workbench, ReviewDesk desk) {
        this.pages = pages;
        this.workbench = workbench;
        this.desk = desk;
    }

    @PostMapping(path = "/review/items/{id}/decision", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> decide(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return act(
                visit, exchange, (grading, form) -> desk.review(grading, form.decision(), caller));
    }

    @PostMapping(path = "/review/items/{id}/undo", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> undo(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return act(visit, exchange, (grading, form) -> desk.reopen(grading, caller.name()));
    }

    @PostMapping(path = "/review/items/{id}/second", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> second(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return act(
                visit,
                exchange,
                (grading, form) ->
                        desk.secondReading(grading, caller.name())
                                .delayUntil(
                                        asked ->
                                                workbench.change(
                                                        queue ->
                                                                queue.secondAsked(
                                                                        asked.tenant(),
                                                                        asked.id(),
                                                                        caller.name()))));
    }

    private Mono<Rendering> act(Pages.Visit visit, ServerWebExchange exchange, Act act) {
        return exchange.getFormData()
                .zipWith(pages.entry(visit))
                .flatMap(both -> act(visit, both.getT1(), both.getT2(), act));
    }

    private Mono<Rendering> act(
            Pages.Visit visit,
            MultiValueMap<String, String> given,
            Workbench.Entry entry,
            Act act) {
        Grading grading = entry.grading();
        QueueItem from = entry.item();
        DecisionForm form = new DecisionForm(grading, given);
        boolean goOn = "next".equals(given.getFirst("go"));
        return Mono.fromRunnable(() -> Pages.requireVersion(grading, form.version()))
                .then(Mono.defer(() -> act.on(grading, form)))
                .flatMap(
                        done ->
                                goOn
                                        ? pages.next(visit, Optional.of(from), true)
                                        : pages.stay(visit))
                .onErrorResume(Refusal.class, refusal -> refused(visit, given, refusal));
    }

    /** Shows the page again with what is wrong; what changed meanwhile is shown as it is now. */
    private Mono<Rendering> refused(
            Pages.Visit visit, MultiValueMap<String, String> given, Refusal refusal) {
        boolean invalid = refusal.code() == ProblemCode.VALIDATION_FAILED;
        return pages.open(visit, Optional.empty())
                .zipWith(workbench.count(visit.caller().tenant(), visit.filter()))
                .map(
                        both -> {
                            Grading now = both.getT1().entry().grading();
                            ItemPage page = pages.page(both.getT1(), visit);
                            return Rendering.view("review/item")
                                    .status(refusal.code().status())
                                    .modelAttribute(
                                            "item",
                                            invalid
                                                    ? invalid(page, now, given, refusal)
                                                    : page.refused(said(refusal, now)))
                                    .modelAttribute("left", Counts.words(both.getT2()))
                                    .modelAttribute("previous", "")
                                    .build();
                        });
    }

    private static ItemView invalid(
            ItemPage page, Grading now, MultiValueMap<String, String> given, Refusal refusal) {
        DecisionForm form = new DecisionForm(now, given);
        return page.view(form, form.problems(refusal.violations()));
    }

    private static String said(Refusal refusal, Grading now) {
        if (refusal.code() != ProblemCode.PRECONDITION_FAILED) {
            return refusal.detail();
        }
        return now.review()
                .map(
                        review ->
                                review.reviewer()
                                        + " decided meanwhile. Yours was not stored; this is what"
                                        + " stands now.")
                .orElse(
                        "The grading changed meanwhile. Nothing was stored; this is what it is now.");
    }

    /** What is to happen to a grading that is as the reviewer saw it. */
    private interface Act {

        Mono<Grading> on(Grading grading, DecisionForm form);
    }
}
