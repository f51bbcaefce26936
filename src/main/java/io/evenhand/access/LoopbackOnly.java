package io.evenhand.access;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.net.InetAddress;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps a service without keys to this machine: it starts on a loopback address only, and answers
 * only to names of this machine, so that no web page can reach it under a name of its own.
 */
@Component
class LoopbackOnly implements WebFilter, Ordered, InitializingBean {

    private final LocalAccess access;
    private final AccessSettings settings;
    private final ServerProperties server;

    LoopbackOnly(LocalAccess access, AccessSettings settings, ServerProperties server) {
        this.access = access;
        this.settings = settings;
        this.server = server;
    }

    @Override
    public void afterPropertiesSet() {
        if (!access.listensHereOnly() && !settings.setup() && !access.isAnybodyKnown()) {
            InetAddress address = server.getAddress();
            throw new UnprotectedAddressException(
                    address == null ? "every address" : address.getHostAddress());
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return access.isOpen()
                .flatMap(
                        open ->
                                !open || LocalNames.areMeantBy(exchange.getRequest())
                                        ? chain.filter(exchange)
                                        : Mono.error(foreign()));
    }

    private static Refusal foreign() {
        return new Refusal(
                ProblemCode.FORBIDDEN,
                "Without API keys the service answers to localhost and 127.0.0.1 only.");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
