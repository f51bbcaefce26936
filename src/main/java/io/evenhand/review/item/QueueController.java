package io.evenhand.review.item;

import io.evenhand.access.Caller;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.unseen.BlindSample;
import io.evenhand.guard.Flag;
import io.evenhand.platform.Words;
import io.evenhand.review.queue.Age;
import io.evenhand.review.queue.ConfidenceBand;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.Queue;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.Tab;
import io.evenhand.review.queue.Workbench;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of the queue. */
@Controller
class QueueController {

    private static final int ROWS = 30;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 1000;

    private final Workbench workbench;
    private final BlindSample sample;
    private final Clock clock;

    QueueController(Workbench workbench, BlindSample sample, Clock clock) {
        this.workbench = workbench;
        this.sample = sample;
        this.clock = clock;
    }

    @GetMapping(path = "/review", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> queue(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        var parameters = exchange.getRequest().getQueryParams();
        QueueFilter filter = QueueFilter.of(parameters);
        Desk desk = Desks.of(exchange, caller);
        Queue.Page page =
                new Queue.Page(
                        caller.tenant(),
                        filter,
                        QueuePages.position(Optional.ofNullable(parameters.getFirst("after"))),
                        Optional.empty(),
                        ROWS + 1);
        return workbench
                .page(page)
                .zipWith(workbench.frame(caller.tenant(), filter, desk))
                .map(
                        both ->
                                Rendering.view("review/queue")
                                        .model(rows(both.getT1(), filter, desk))
                                        .model(frame(both.getT2(), filter, desk))
                                        .modelAttribute("end", parameters.containsKey("end"))
                                        .modelAttribute("approved", number(parameters, "approved"))
                                        .modelAttribute("assigned", number(parameters, "assigned"))
                                        .build());
    }

    private static String number(MultiValueMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name))
                .filter(given -> given.matches("\\d{1,6}"))
                .orElse("");
    }

    /** The numbers on the tabs, which the page asks for again and again. */
    @GetMapping(path = "/review/counts", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> counts(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        QueueFilter filter = QueueFilter.of(exchange.getRequest().getQueryParams());
        Desk desk = Desks.of(exchange, caller);
        return workbench
                .frame(caller.tenant(), filter, desk)
                .map(
                        frame ->
                                Rendering.view("review/queue :: tabs")
                                        .model(frame(frame, filter, desk))
                                        .build());
    }

    /** The first answer that is free. */
    @GetMapping("/review/next")
    Mono<Rendering> next(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        QueueFilter filter = QueueFilter.of(exchange.getRequest().getQueryParams());
        return workbench
                .next(caller.tenant(), filter, Desks.of(exchange, caller), Optional.empty())
                .map(id -> "/review/items/" + id + "?" + filter.query())
                .defaultIfEmpty("/review?" + filter.query() + "&end=on")
                .map(Pages::redirect);
    }

    /** Keeps the filter under a name, or forgets the name. */
    @PostMapping("/review/filters")
    Mono<Rendering> filters(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        QueueFilter filter = QueueFilter.of(exchange.getRequest().getQueryParams());
        return exchange.getFormData()
                .flatMap(
                        form -> {
                            String name =
                                    Optional.ofNullable(form.getFirst("name")).orElse("").strip();
                            boolean drop = form.containsKey("drop");
                            return workbench.change(
                                    queue -> keep(queue, caller, name, filter, drop));
                        })
                .then(Mono.just(Pages.redirect("/review?" + filter.query())));
    }

    private static void keep(
            Queue queue, Caller caller, String name, QueueFilter filter, boolean drop) {
        String query = filter.query();
        if (drop) {
            queue.dropFilter(caller.tenant(), caller.name(), name);
        } else if (!name.isEmpty()
                && name.length() <= LONGEST_NAME
                && query.length() <= LONGEST_QUERY) {
            queue.saveFilter(caller.tenant(), caller.name(), name, query);
        }
    }

    private Map<String, Object> rows(List<Workbench.Entry> entries, QueueFilter filter, Desk desk) {
        Instant now = clock.instant();
        List<Workbench.Entry> shown = entries.stream().limit(ROWS).toList();
        String next =
                entries.size() > ROWS ? QueuePages.cursor(shown.getLast().item().position()) : "";
        return Map.of(
                "rows",
                shown.stream()
                        .map(
                                entry ->
                                        QueueRow.of(
                                                entry.item(),
                                                entry.grading(),
                                                filter.blind() || sample.has(entry.item().id()),
                                                desk,
                                                now))
                        .toList(),
                "nextPage",
                next);
    }

    private static Map<String, Object> frame(Workbench.Frame frame, QueueFilter filter, Desk desk) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("filter", filter);
        model.put("tabs", tabs(frame, filter));
        model.put("filtered", Counts.words(frame.filtered()));
        model.put("questions", frame.questions());
        model.put("interviews", frame.interviews());
        model.put("saved", frame.saved());
        model.put("me", desk.name());
        model.put("mine", Counts.words(frame.mine()));
        model.put("mineQuery", QueueFilter.all(Tab.WAITING).of(desk.name()).query());
        model.put("leads", desk.leads());
        model.put("people", frame.people());
        model.put("reasons", named(ReviewReason.values()));
        model.put("flags", named(Flag.Code.values()));
        model.put("bands", List.of(ConfidenceBand.values()));
        model.put("ages", List.of(Age.values()));
        return model;
    }

    private static List<TabLink> tabs(Workbench.Frame frame, QueueFilter filter) {
        return List.of(Tab.values()).stream()
                .map(
                        tab ->
                                new TabLink(
                                        tab.title(),
                                        filter.in(tab).query(),
                                        Counts.words(frame.counts().getOrDefault(tab, 0)),
                                        tab == filter.tab()))
                .toList();
    }

    private static Map<String, String> named(Enum<?>[] all) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Enum<?> one : all) {
            names.put(one.name(), Words.of(one));
        }
        return names;
    }

    /** A tab with how much is in it. */
    public record TabLink(String title, String query, String count, boolean current) {}
}
