package io.evenhand.access.page;

import io.evenhand.access.Caller;
import io.evenhand.access.session.Sessions;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells every page which ways to show: to one's account, and to what one may do. */
@ControllerAdvice(annotations = Controller.class)
class WayOut {

    @ModelAttribute("signedIn")
    boolean signedIn(ServerWebExchange exchange) {
        return Sessions.isBrought(exchange);
    }

    /** Names of the rights of whoever asks. */
    @ModelAttribute("may")
    Mono<Set<String>> may() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Caller.class)
                .map(WayOut::names)
                .defaultIfEmpty(Set.of());
    }

    private static Set<String> names(Caller caller) {
        return caller.rights().stream().map(Enum::name).collect(Collectors.toSet());
    }
}
