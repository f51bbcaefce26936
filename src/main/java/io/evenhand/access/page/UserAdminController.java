package io.evenhand.access.page;

import io.evenhand.access.Caller;
import io.evenhand.access.LocalAccess;
import io.evenhand.access.Role;
import io.evenhand.access.WaysIn;
import io.evenhand.access.session.Flash;
import io.evenhand.access.user.UserDesk;
import io.evenhand.access.user.UserDesk.Given;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of users. */
@Controller
class UserAdminController {

    private static final String HERE = "/admin/users";
    private static final String ONE = HERE + "/{id}";

    private final UserDesk desk;
    private final LocalAccess local;
    private final WaysIn waysIn;
    private final Flash flash;

    UserAdminController(UserDesk desk, LocalAccess local, WaysIn waysIn, Flash flash) {
        this.desk = desk;
        this.local = local;
        this.waysIn = waysIn;
        this.flash = flash;
    }

    @GetMapping(path = HERE, produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> page(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return shown(caller, Views.page("users"), flash.take(exchange).orElse(""));
    }

    /** The first admin is shown the password before anybody is asked for one: no page follows. */
    @PostMapping(path = HERE, produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> add(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return local.isOpen()
                .zipWith(Form.of(exchange))
                .flatMap(
                        both ->
                                desk.add(
                                                caller,
                                                both.getT2().text("name"),
                                                role(both.getT2().text("role")))
                                        .flatMap(
                                                given ->
                                                        both.getT1()
                                                                ? first(given)
                                                                : kept(exchange, given)))
                .onErrorResume(Refusal.class, refusal -> refused(caller, refusal));
    }

    private static Mono<Rendering> first(Given given) {
        return Mono.just(
                Views.page("first")
                        .modelAttribute("name", given.user().login().value())
                        .modelAttribute("password", given.password())
                        .build());
    }

    @PostMapping(path = ONE + "/role", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> role(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        return Form.of(exchange)
                .flatMap(form -> desk.changeRole(caller, id, role(form.text("role"))))
                .map(user -> Views.to(HERE))
                .onErrorResume(Refusal.class, refusal -> refused(caller, refusal));
    }

    @PostMapping(path = ONE + "/password", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> password(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        return desk.resetPassword(caller, id)
                .flatMap(given -> kept(exchange, given))
                .onErrorResume(Refusal.class, refusal -> refused(caller, refusal));
    }

    @PostMapping(path = ONE + "/{action:close|open|sessions}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String action) {
        return (action.equals("sessions")
                        ? desk.endSessions(caller, id)
                        : desk.close(caller, id, action.equals("close")))
                .map(user -> Views.to(HERE))
                .onErrorResume(Refusal.class, refusal -> refused(caller, refusal));
    }

    private Mono<Rendering> kept(ServerWebExchange exchange, Given given) {
        flash.keep(exchange, given.user().login() + " " + given.password());
        return Mono.just(Views.to(HERE));
    }

    private Mono<Rendering> refused(Caller caller, Refusal refusal) {
        return shown(caller, Views.refused("users", refusal), "");
    }

    private static Role role(String given) {
        return Arrays.stream(Role.values())
                .filter(role -> role.label().equals(given))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ProblemCode.VALIDATION_FAILED,
                                        "Choose a role: viewer, reviewer, lead or admin."));
    }

    private Mono<Rendering> shown(Caller caller, Rendering.Builder<?> page, String given) {
        String[] parts = given.split(" ", 2);
        return desk.all(caller)
                .zipWith(local.isOpen())
                .map(
                        both ->
                                page.modelAttribute(
                                                "users",
                                                both.getT1().stream().map(UserRow::of).toList())
                                        .modelAttribute("open", both.getT2())
                                        .modelAttribute("passwords", waysIn.passwords())
                                        .modelAttribute("roles", Role.values())
                                        .modelAttribute("name", parts.length == 2 ? parts[0] : "")
                                        .modelAttribute(
                                                "password", parts.length == 2 ? parts[1] : "")
                                        .build());
    }
}
