package io.evenhand.review.item;

import io.evenhand.access.Caller;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers that are like the one at hand; asked for when somebody wants to see them. */
@Controller
class SimilarController {

    private final Pages pages;
    private final Similar similar;

    SimilarController(Pages pages, Similar similar) {
        this.pages = pages;
        this.similar = similar;
    }

    @GetMapping(path = "/review/items/{id}/similar", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> similar(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        boolean fragment = exchange.getRequest().getHeaders().containsHeader("HX-Request");
        return pages.open(visit, Optional.empty())
                .flatMap(opened -> similar.to(opened.entry(), visit.desk()))
                .map(
                        found ->
                                Rendering.view(
                                                fragment
                                                        ? "review/similar :: list"
                                                        : "review/similar")
                                        .modelAttribute("found", found)
                                        .modelAttribute("back", Pages.address(visit))
                                        .build());
    }
}
