package io.evenhand.access.page;

import io.evenhand.access.Origin;
import io.evenhand.access.Tenants;
import io.evenhand.access.WaysIn;
import io.evenhand.access.limit.FailedAttempts;
import io.evenhand.access.oidc.OidcSettings;
import io.evenhand.access.session.Sessions;
import io.evenhand.access.user.OwnAccount;
import io.evenhand.access.user.SignIns;
import io.evenhand.access.user.User;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where people sign in and out. */
@Controller
class SignInController {

    private static final String WRONG =
            "That did not work. Check organisation, name and password; after several wrong ones, wait"
                    + " a little before the next try.";

    private final SignIns signIns;
    private final OwnAccount account;
    private final Sessions sessions;
    private final FailedAttempts attempts;
    private final Tenants tenants;
    private final WaysIn waysIn;

    SignInController(
            SignIns signIns,
            OwnAccount account,
            Sessions sessions,
            FailedAttempts attempts,
            Tenants tenants,
            WaysIn waysIn) {
        this.signIns = signIns;
        this.account = account;
        this.sessions = sessions;
        this.attempts = attempts;
        this.tenants = tenants;
        this.waysIn = waysIn;
    }

    @GetMapping(path = "/signin", produces = MediaType.TEXT_HTML_VALUE)
    Rendering page(@RequestParam(defaultValue = "/") String next) {
        return filled(Views.page("signin"), tenants.home().value(), "", next);
    }

    @PostMapping(path = "/signin", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> signIn(ServerWebExchange exchange) {
        return Form.of(exchange).flatMap(form -> signIn(exchange, form));
    }

    private Mono<Rendering> signIn(ServerWebExchange exchange, Form form) {
        String origin = Origin.of(exchange.getRequest().getRemoteAddress());
        String whom = form.text("organisation") + "/" + form.text("name");
        if (attempts.shut(origin, whom).isPresent()) {
            return Mono.just(again(form));
        }
        return signIns.signIn(form.text("organisation"), form.text("name"), form.text("password"))
                .map(user -> in(exchange, user, form, origin, whom))
                .switchIfEmpty(
                        Mono.fromSupplier(
                                () -> {
                                    attempts.failed(origin);
                                    return again(form);
                                }));
    }

    private Rendering in(
            ServerWebExchange exchange, User user, Form form, String origin, String whom) {
        attempts.succeeded(origin, whom);
        sessions.begin(exchange, user);
        return Views.to(user.temporary() ? "/account" : Views.next(form.text("next")));
    }

    private Rendering again(Form form) {
        return filled(
                Views.page("signin", HttpStatus.UNPROCESSABLE_CONTENT, WRONG),
                form.text("organisation"),
                form.text("name"),
                form.text("next"));
    }

    private Rendering filled(
            Rendering.Builder<?> page, String organisation, String name, String next) {
        return page.modelAttribute("organisation", organisation)
                .modelAttribute("name", name)
                .modelAttribute("next", Views.next(next))
                .modelAttribute("passwords", waysIn.passwords())
                .modelAttribute("provider", waysIn.provider().map(OidcSettings::label).orElse(""))
                .build();
    }

    @PostMapping(path = "/signout", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> signOut(ServerWebExchange exchange) {
        return sessions.find(exchange)
                .delayUntil(account::signedOut)
                .map(user -> user.identity().isPresent() ? "/signin/oidc/out" : "/signin")
                .defaultIfEmpty("/signin")
                .delayUntil(next -> sessions.end(exchange))
                .map(Views::to);
    }
}
