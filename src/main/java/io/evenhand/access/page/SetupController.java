package io.evenhand.access.page;

import io.evenhand.access.Origin;
import io.evenhand.access.SetupToken;
import io.evenhand.access.Tenants;
import io.evenhand.access.limit.FailedAttempts;
import io.evenhand.access.session.Sessions;
import io.evenhand.access.user.UserDesk;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where the first admin is made, by whoever can read the token; gone when there is one. */
@Controller
class SetupController {

    private static final String TRUSTED_TO_NOBODY = "setup";

    private final SetupToken token;
    private final UserDesk desk;
    private final Sessions sessions;
    private final FailedAttempts attempts;
    private final Tenants tenants;

    SetupController(
            SetupToken token,
            UserDesk desk,
            Sessions sessions,
            FailedAttempts attempts,
            Tenants tenants) {
        this.token = token;
        this.desk = desk;
        this.sessions = sessions;
        this.attempts = attempts;
        this.tenants = tenants;
    }

    @GetMapping(path = "/setup", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> page() {
        return awaited().then(Mono.fromSupplier(() -> shown(Views.page("setup"), "")));
    }

    @PostMapping(path = "/setup", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> make(ServerWebExchange exchange) {
        return awaited()
                .then(Form.of(exchange))
                .flatMap(
                        form ->
                                make(exchange, form)
                                        .onErrorResume(
                                                Refusal.class,
                                                refusal ->
                                                        Mono.just(
                                                                shown(
                                                                        Views.refused(
                                                                                "setup", refusal),
                                                                        form.text("name")))));
    }

    private Mono<Rendering> make(ServerWebExchange exchange, Form form) {
        String origin = Origin.of(exchange.getRequest().getRemoteAddress());
        if (attempts.shut(origin, TRUSTED_TO_NOBODY).isPresent()) {
            return Mono.error(wrongToken());
        }
        return token.is(form.text("token"))
                .filter(right -> right)
                .switchIfEmpty(
                        Mono.defer(
                                () -> {
                                    attempts.failed(origin);
                                    return Mono.error(wrongToken());
                                }))
                .flatMap(
                        right ->
                                desk.addFirst(
                                        tenants.home(), form.text("name"), form.text("password")))
                .delayUntil(user -> token.used())
                .map(
                        user -> {
                            sessions.begin(exchange, user);
                            return Views.to("/admin/users");
                        });
    }

    private Mono<Boolean> awaited() {
        return token.isAwaited()
                .filter(awaited -> awaited)
                .switchIfEmpty(
                        Mono.error(
                                new Refusal(ProblemCode.NOT_FOUND, "There is nothing to set up.")));
    }

    private Rendering shown(Rendering.Builder<?> page, String name) {
        return page.modelAttribute("organisation", tenants.home().value())
                .modelAttribute("name", name)
                .build();
    }

    private static Refusal wrongToken() {
        return new Refusal(
                ProblemCode.FORBIDDEN,
                "That is not the token, or too many were tried: wait a little.");
    }
}
