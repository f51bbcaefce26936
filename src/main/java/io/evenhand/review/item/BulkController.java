package io.evenhand.review.item;

import io.evenhand.access.AuditSubjects;
import io.evenhand.access.Caller;
import io.evenhand.grading.Selection;
import io.evenhand.grading.review.Decision;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.grading.unseen.Unseen;
import io.evenhand.grading.work.ReviewDesk;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Words;
import io.evenhand.review.ReviewPageSettings;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.Workbench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Approves what the machine was sure of, all at once. Whoever does it types how many they are: what
 * came or went since the page was shown makes the number wrong, and then nothing is stored.
 */
@Controller
class BulkController {

    private static final int DEFAULT = 90;
    private static final int SHOWN = 10;
    private static final String REASON = "Approved with others, from %d %% confidence.";

    private final Workbench workbench;
    private final ReviewDesk reviews;
    private final Unseen unseen;
    private final ReviewPageSettings settings;

    BulkController(
            Workbench workbench, ReviewDesk reviews, Unseen unseen, ReviewPageSettings settings) {
        this.workbench = workbench;
        this.unseen = unseen;
        this.reviews = reviews;
        this.settings = settings;
    }

    @GetMapping(path = "/review/bulk", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> ask(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        Bulk bulk = bulk(caller, exchange);
        return found(bulk).map(entries -> page(bulk, entries, "", HttpStatus.OK));
    }

    @PostMapping(path = "/review/bulk", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> approve(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        Bulk bulk = bulk(caller, exchange);
        return exchange.getFormData()
                .zipWith(found(bulk))
                .flatMap(both -> approve(exchange, bulk, both.getT1(), both.getT2()));
    }

    private Mono<Rendering> approve(
            ServerWebExchange exchange,
            Bulk bulk,
            MultiValueMap<String, String> form,
            List<Workbench.Entry> entries) {
        String typed = Optional.ofNullable(form.getFirst("count")).orElse("").strip();
        int count = Math.min(entries.size(), settings.bulk());
        if (count == 0 || !typed.equals(Integer.toString(count))) {
            String problem =
                    "Nothing was stored: there are now "
                            + count
                            + ", and what was typed is another number.";
            return Mono.just(page(bulk, entries, problem, HttpStatus.UNPROCESSABLE_CONTENT));
        }
        return Flux.fromIterable(entries)
                .take(count)
                .concatMap(entry -> approve(bulk, entry))
                .collectList()
                .doOnNext(stored -> AuditSubjects.set(exchange, stored))
                .map(
                        stored ->
                                Pages.redirect(
                                        "/review?"
                                                + bulk.filter().query()
                                                + "&approved="
                                                + stored.size()));
    }

    /** One that somebody changed at this moment is theirs. */
    private Mono<String> approve(Bulk bulk, Workbench.Entry entry) {
        Decision decision =
                new Decision(
                        Map.of(),
                        Optional.empty(),
                        Optional.of(REASON.formatted(bulk.percent())),
                        Selection.REASON,
                        Optional.empty());
        return reviews.review(entry.grading(), decision, bulk.caller())
                .thenReturn(entry.grading().id().value())
                .onErrorResume(Refusal.class, changed -> Mono.empty());
    }

    /** What somebody is to judge unseen is not approved unseen. */
    private Mono<List<Workbench.Entry>> found(Bulk bulk) {
        Reader reader = Reader.atPages(bulk.caller());
        return workbench
                .approvable(
                        bulk.caller().tenant(), bulk.filter(), bulk.percent() / 100.0, bulk.desk())
                .map(
                        entries ->
                                entries.stream()
                                        .filter(entry -> !unseen.keeps(reader, entry.grading()))
                                        .toList());
    }

    private Rendering page(
            Bulk bulk, List<Workbench.Entry> entries, String problem, HttpStatus status) {
        int count = Math.min(entries.size(), settings.bulk());
        return Rendering.view("review/bulk")
                .status(status)
                .modelAttribute("filter", bulk.filter())
                .modelAttribute("percent", bulk.percent())
                .modelAttribute("count", count)
                .modelAttribute("more", entries.size() > settings.bulk())
                .modelAttribute("problem", problem)
                .modelAttribute(
                        "some",
                        entries.stream()
                                .limit(SHOWN)
                                .map(entry -> Words.cut(entry.grading().submission().answer(), 90))
                                .toList())
                .build();
    }

    private static Bulk bulk(Caller caller, ServerWebExchange exchange) {
        var parameters = exchange.getRequest().getQueryParams();
        int percent =
                Optional.ofNullable(parameters.getFirst("from"))
                        .filter(given -> given.matches("\\d{1,3}"))
                        .map(Integer::valueOf)
                        .map(given -> Math.min(given, 100))
                        .orElse(DEFAULT);
        return new Bulk(caller, Desks.of(exchange, caller), QueueFilter.of(parameters), percent);
    }

    private record Bulk(Caller caller, Desk desk, QueueFilter filter, int percent) {}
}
