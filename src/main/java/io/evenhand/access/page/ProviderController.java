package io.evenhand.access.page;

import io.evenhand.access.oidc.ProviderSignIns;
import io.evenhand.access.oidc.Reason;
import io.evenhand.access.oidc.RoundTrip;
import io.evenhand.access.oidc.TurnedAway;
import io.evenhand.access.session.Sessions;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The way to the identity provider, back, and out. Links and not forms lead to it: the content
 * security policy lets no form go on to another site.
 */
@Controller
@ConditionalOnProperty("evenhand.access.oidc.issuer")
class ProviderController {

    private static final String HERE = "/signin/oidc";

    private final RoundTrip trip;
    private final ProviderSignIns signIns;
    private final Sessions sessions;

    ProviderController(RoundTrip trip, ProviderSignIns signIns, Sessions sessions) {
        this.trip = trip;
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @GetMapping(path = HERE, produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> leave(ServerWebExchange exchange) {
        return trip.leave(exchange).map(URI::toString).map(Views::to);
    }

    @GetMapping(path = HERE + "/back", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> back(ServerWebExchange exchange) {
        return signIns.signIn(exchange)
                .map(
                        in -> {
                            sessions.begin(exchange, in.user());
                            return Views.to(Views.next(in.next()));
                        });
    }

    /** A form may not go on to another site, but a page of ours may. */
    @GetMapping(path = HERE + "/out", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> out(ServerWebExchange exchange) {
        return trip.wayOut(exchange)
                .map(page -> Views.page("out").modelAttribute("page", page).build())
                .defaultIfEmpty(Views.to("/signin"));
    }

    @ExceptionHandler(TurnedAway.class)
    Rendering turnedAway(TurnedAway turned) {
        Reason reason = turned.reason();
        return Views.page("turnedaway", reason.status(), "")
                .modelAttribute("title", reason.title())
                .modelAttribute("advice", reason.advice())
                .build();
    }
}
