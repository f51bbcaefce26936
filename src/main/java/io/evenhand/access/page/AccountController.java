package io.evenhand.access.page;

import io.evenhand.access.session.Sessions;
import io.evenhand.access.user.OwnAccount;
import io.evenhand.access.user.User;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What people do with their own account: another password, and signing out of every browser. */
@Controller
class AccountController {

    private static final String HERE = "/account";

    private final OwnAccount account;
    private final Sessions sessions;

    AccountController(OwnAccount account, Sessions sessions) {
        this.account = account;
        this.sessions = sessions;
    }

    @GetMapping(path = HERE, produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> page(ServerWebExchange exchange) {
        return own(exchange).map(user -> shown(Views.page("account"), user));
    }

    @PostMapping(path = HERE + "/password", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> password(ServerWebExchange exchange) {
        return Form.of(exchange)
                .zipWith(own(exchange))
                .flatMap(both -> changed(exchange, both.getT1(), both.getT2()));
    }

    private Mono<Rendering> changed(ServerWebExchange exchange, Form form, User user) {
        if (!form.text("password").equals(form.text("again"))) {
            return Mono.just(
                    shown(
                            Views.refused(
                                    "account",
                                    new Refusal(
                                            ProblemCode.VALIDATION_FAILED,
                                            "The two new passwords differ.")),
                            user));
        }
        return Mono.defer(
                        () -> account.changePassword(user, form.text("old"), form.text("password")))
                .map(
                        changed -> {
                            sessions.begin(exchange, changed);
                            return Views.to("/");
                        })
                .onErrorResume(
                        Refusal.class,
                        refusal -> Mono.just(shown(Views.refused("account", refusal), user)));
    }

    @PostMapping(path = HERE + "/sessions", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> signOutEverywhere(ServerWebExchange exchange) {
        return own(exchange)
                .flatMap(account::signOutEverywhere)
                .then(sessions.end(exchange))
                .thenReturn(Views.to("/signin"));
    }

    private static Rendering shown(Rendering.Builder<?> page, User user) {
        return page.modelAttribute("user", user).build();
    }

    private Mono<User> own(ServerWebExchange exchange) {
        return sessions.find(exchange)
                .switchIfEmpty(
                        Mono.error(
                                new Refusal(
                                        ProblemCode.NOT_FOUND,
                                        "Only those who sign in have an account.")));
    }
}
