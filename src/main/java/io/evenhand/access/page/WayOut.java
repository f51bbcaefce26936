package io.evenhand.access.page;

import io.evenhand.access.session.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/** Tells every page whether to show the way to one's account, where signing out is. */
@ControllerAdvice(annotations = Controller.class)
class WayOut {

    @ModelAttribute("signedIn")
    boolean signedIn(ServerWebExchange exchange) {
        return Sessions.isBrought(exchange);
    }
}
