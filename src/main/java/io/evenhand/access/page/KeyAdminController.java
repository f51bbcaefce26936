package io.evenhand.access.page;

import io.evenhand.access.Caller;
import io.evenhand.access.key.KeyDesk;
import io.evenhand.access.key.KeyReader;
import io.evenhand.access.key.KeyRequest;
import io.evenhand.access.key.KeySecret;
import io.evenhand.access.session.Flash;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of API keys. */
@Controller
class KeyAdminController {

    private static final String HERE = "/admin/keys";
    private static final String ONE = HERE + "/{id}";
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final KeyDesk desk;
    private final KeyReader reader;
    private final Flash flash;
    private final Clock clock;

    KeyAdminController(KeyDesk desk, KeyReader reader, Flash flash, Clock clock) {
        this.desk = desk;
        this.reader = reader;
        this.flash = flash;
        this.clock = clock;
    }

    @GetMapping(path = HERE, produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> page(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return shown(caller, Views.page("keys"), flash.take(exchange).orElse(""));
    }

    @PostMapping(path = HERE, produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> make(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        KeySecret secret = KeySecret.make();
        return answered(
                caller,
                Form.of(exchange)
                        .map(form -> reader.key(request(form), new Violations()))
                        .flatMap(wanted -> desk.add(caller, wanted, secret))
                        .doOnNext(key -> flash.keep(exchange, secret.value())));
    }

    @PostMapping(path = ONE + "/rotate", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> rotate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        KeySecret secret = KeySecret.make();
        return answered(
                caller,
                desk.rotate(caller, id, secret, OVERLAP)
                        .doOnNext(key -> flash.keep(exchange, secret.value())));
    }

    @PostMapping(path = ONE + "/revoke", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> revoke(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return answered(caller, desk.revoke(caller, id));
    }

    private Mono<Rendering> answered(Caller caller, Mono<?> work) {
        return work.map(done -> Views.to(HERE))
                .onErrorResume(
                        Refusal.class,
                        refusal -> shown(caller, Views.refused("keys", refusal), ""));
    }

    /** A day of the form is over at its end. */
    private static KeyRequest request(Form form) {
        String day = form.text("until");
        return new KeyRequest(
                form.text("name"), form.all("scope"), day.isEmpty() ? null : day + "T23:59:59Z");
    }

    private Mono<Rendering> shown(Caller caller, Rendering.Builder<?> page, String secret) {
        Instant now = clock.instant();
        return desk.all(caller)
                .map(
                        keys ->
                                page.modelAttribute(
                                                "keys",
                                                keys.stream()
                                                        .map(key -> KeyRow.of(key, now))
                                                        .toList())
                                        .modelAttribute("secret", secret)
                                        .build());
    }
}
