package io.evenhand.review.item;

import io.evenhand.access.Caller;
import io.evenhand.review.queue.Queue;
import io.evenhand.review.queue.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a reviewer does with an answer without deciding on it. */
@Controller
class DeskController {

    private final Pages pages;
    private final Workbench workbench;
    private final Assigning assigning;

    DeskController(Pages pages, Workbench workbench, Assigning assigning) {
        this.pages = pages;
        this.assigning = assigning;
        this.workbench = workbench;
    }

    @PostMapping("/review/items/{id}/skip")
    Mono<Rendering> skip(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return pages.item(visit)
                .switchIfEmpty(Mono.error(Pages::unknown))
                .flatMap(item -> pages.next(visit, Optional.of(item), false));
    }

    @PostMapping("/review/items/{id}/flag")
    Mono<Rendering> flag(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return change(
                visit,
                exchange,
                (queue, off) ->
                        queue.flag(
                                caller.tenant(),
                                visit.id(),
                                Optional.of(caller.name()).filter(name -> !off)));
    }

    @PostMapping("/review/items/{id}/assign")
    Mono<Rendering> assign(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return pages.item(visit)
                .switchIfEmpty(Mono.error(Pages::unknown))
                .flatMap(
                        item ->
                                assigning
                                        .to(exchange)
                                        .doOnNext(to -> Assigning.requireRight(caller, item, to))
                                        .flatMap(
                                                to ->
                                                        assigning.give(
                                                                caller, List.of(visit.id()), to)))
                .then(pages.stay(visit));
    }

    private Mono<Rendering> change(Pages.Visit visit, ServerWebExchange exchange, Change change) {
        return pages.item(visit)
                .switchIfEmpty(Mono.error(Pages::unknown))
                .then(exchange.getFormData())
                .flatMap(
                        form -> {
                            boolean off = "off".equals(form.getFirst("set"));
                            Consumer<Queue> work = queue -> change.on(queue, off);
                            return workbench.change(work);
                        })
                .then(pages.stay(visit));
    }

    /** What is to change, or to be as it was before. */
    private interface Change {

        void on(Queue queue, boolean off);
    }
}
