package io.evenhand.review.item;

import io.evenhand.access.Caller;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.unseen.BlindSample;
import io.evenhand.grading.work.ReviewDesk;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.QueueItem;
import io.evenhand.review.queue.Workbench;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What the controllers of one answer's page have in common: who asks, for what, and where to next.
 */
@Component
class Pages {

    private static final String ITEMS = "/review/items/";

    private final Workbench workbench;
    private final BlindSample sample;
    private final Clock clock;

    Pages(Workbench workbench, BlindSample sample, Clock clock) {
        this.workbench = workbench;
        this.sample = sample;
        this.clock = clock;
    }

    /** A request about one answer; an id that can be none is refused. */
    Visit visit(ServerWebExchange exchange, Caller caller, String id) {
        GradingId known = new GradingId(id);
        if (!known.isWellFormed()) {
            throw unknown();
        }
        return new Visit(
                caller,
                Desks.of(exchange, caller),
                known,
                QueueFilter.of(exchange.getRequest().getQueryParams()));
    }

    Mono<Workbench.Opened> open(Visit visit, Optional<GradingId> before) {
        return workbench
                .open(visit.caller().tenant(), visit.id(), visit.desk(), before)
                .switchIfEmpty(Mono.error(Pages::unknown));
    }

    /** An answer as it is, without its page. */
    Mono<Workbench.Entry> entry(Visit visit) {
        return workbench
                .entry(visit.caller().tenant(), visit.id())
                .switchIfEmpty(Mono.error(Pages::unknown));
    }

    /** What a browser may show at once when it comes to it; empty if there is no such answer. */
    Mono<Workbench.Opened> ahead(Visit visit) {
        return workbench
                .ahead(visit.caller().tenant(), visit.id(), visit.desk())
                .switchIfEmpty(Mono.error(Pages::unknown));
    }

    ItemPage page(Workbench.Opened opened, Visit visit) {
        return new ItemPage(opened, visit.desk(), visit.filter(), isBlind(visit), clock.instant());
    }

    /** By the queue's own switch, or for a share of all answers that the id alone decides. */
    private boolean isBlind(Visit visit) {
        return visit.filter().blind() || sample.has(visit.id());
    }

    /**
     * On to the next answer of the queue, giving this one back; the queue itself if none is left.
     */
    Mono<Rendering> next(Visit visit, Optional<QueueItem> from, boolean decided) {
        return workbench
                .onward(visit.caller().tenant(), visit.filter(), visit.desk(), visit.id(), from)
                .map(id -> ITEMS + id + "?" + visit.filter().query())
                .defaultIfEmpty("/review?" + visit.filter().query() + "&end=on")
                .map(address -> redirect(decided ? address + "&done=" + visit.id() : address));
    }

    Mono<Rendering> stay(Visit visit) {
        return Mono.just(redirect(address(visit)));
    }

    static String address(Visit visit) {
        return ITEMS + visit.id() + "?" + visit.filter().query();
    }

    Mono<QueueItem> item(Visit visit) {
        return workbench.find(visit.caller().tenant(), visit.id());
    }

    static Rendering redirect(String address) {
        return Rendering.redirectTo(address).build();
    }

    static Refusal unknown() {
        return new Refusal(ProblemCode.NOT_FOUND, "There is no such answer in the queue.");
    }

    /** That what somebody decided on is still as they saw it. */
    static void requireVersion(Grading grading, long version) {
        if (grading.version() != version) {
            throw ReviewDesk.changed();
        }
    }

    /**
     * Somebody at an answer.
     *
     * @param filter the part of the queue that they work through
     */
    record Visit(Caller caller, Desk desk, GradingId id, QueueFilter filter) {}
}
