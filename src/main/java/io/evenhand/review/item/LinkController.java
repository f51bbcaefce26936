package io.evenhand.review.item;

import io.evenhand.access.Caller;
import io.evenhand.candidate.link.Link;
import io.evenhand.candidate.link.LinkAddresses;
import io.evenhand.candidate.link.LinkDesk;
import io.evenhand.candidate.link.Target;
import io.evenhand.platform.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Links by which whoever wrote an answer sees what came of it. */
@Controller
class LinkController {

    private static final String ALL = "/review/items/{id}/links";

    private final Pages pages;
    private final LinkDesk desk;
    private final LinkAddresses addresses;
    private final Clock clock;

    LinkController(Pages pages, LinkDesk desk, LinkAddresses addresses, Clock clock) {
        this.pages = pages;
        this.desk = desk;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping(path = ALL, produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> links(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return pages.item(visit)
                .switchIfEmpty(Mono.error(Pages::unknown))
                .flatMap(item -> desk.all(caller, new Target.OneGrading(visit.id())))
                .map(
                        links ->
                                Rendering.view("review/links")
                                        .modelAttribute("id", id)
                                        .modelAttribute("query", visit.filter().query())
                                        .modelAttribute("links", rows(links, exchange.getRequest()))
                                        .build());
    }

    @PostMapping(ALL)
    Mono<Rendering> make(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return desk.make(caller, new Target.OneGrading(visit.id()), Optional.empty())
                .map(link -> back(visit));
    }

    @PostMapping(ALL + "/{link}/revoke")
    Mono<Rendering> revoke(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String link,
            ServerWebExchange exchange) {
        Pages.Visit visit = pages.visit(exchange, caller, id);
        return desk.revoke(caller, new Target.OneGrading(visit.id()), link)
                .map(ended -> back(visit));
    }

    private static Rendering back(Pages.Visit visit) {
        return Pages.redirect("/review/items/" + visit.id() + "/links?" + visit.filter().query());
    }

    private List<Row> rows(List<Link> links, ServerHttpRequest request) {
        Instant now = clock.instant();
        return links.reversed().stream().map(link -> row(link, request, now)).toList();
    }

    private Row row(Link link, ServerHttpRequest request, Instant now) {
        boolean good = link.isGoodAt(now);
        return new Row(
                link.id(),
                good ? addresses.of(link, request) : "",
                link.madeBy(),
                Words.minute(link.madeAt()),
                Words.minute(link.revokedAt().orElse(link.expiresAt())),
                good);
    }

    /**
     * A link as the page lists it.
     *
     * @param url empty once it is over
     * @param end when it is, or was, over
     */
    public record Row(
            String id, String url, String madeBy, String madeAt, String end, boolean good) {}
}
