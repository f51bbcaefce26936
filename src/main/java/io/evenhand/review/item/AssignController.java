package io.evenhand.review.item;

import io.evenhand.access.Caller;
import io.evenhand.grading.GradingId;
import io.evenhand.review.queue.QueueFilter;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives answers that were picked in the queue to somebody. */
@Controller
class AssignController {

    /** More than a page of the queue shows. */
    private static final int MOST = 100;

    private final Assigning assigning;

    AssignController(Assigning assigning) {
        this.assigning = assigning;
    }

    @PostMapping("/review/assign")
    Mono<Rendering> assign(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        QueueFilter filter = QueueFilter.of(exchange.getRequest().getQueryParams());
        return exchange.getFormData()
                .map(AssignController::picked)
                .zipWith(assigning.to(exchange))
                .flatMap(both -> assigning.give(caller, both.getT1(), both.getT2()))
                .map(given -> Pages.redirect("/review?" + filter.query() + "&assigned=" + given));
    }

    private static List<GradingId> picked(MultiValueMap<String, String> form) {
        return Optional.ofNullable(form.get("id")).orElse(List.of()).stream()
                .limit(MOST)
                .map(GradingId::new)
                .filter(GradingId::isWellFormed)
                .toList();
    }
}
