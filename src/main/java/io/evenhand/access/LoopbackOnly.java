package io.evenhand.access;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private final ApiKeys keys;
    private final ServerProperties server;

    LoopbackOnly(ApiKeys keys, ServerProperties server) {
        this.keys = keys;
        this.server = server;
    }

    @Override
    public void afterPropertiesSet() {
        InetAddress address = server.getAddress();
        boolean loopback = address != null && address.isLoopbackAddress();
        if (!keys.areNeeded() && !loopback) {
            throw new UnprotectedAddressException(
                    address == null ? "every address" : address.getHostAddress());
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (keys.areNeeded() || isLoopback(exchange.getRequest().getHeaders().getHost())) {
            return chain.filter(exchange);
        }
        return Mono.error(
                new Refusal(
                        ProblemCode.FORBIDDEN,
                        "Without API keys the service answers to localhost and 127.0.0.1 only."));
    }

    private static boolean isLoopback(@Nullable InetSocketAddress host) {
        return host == null
                || LOOPBACK.matcher(host.getHostString().toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
