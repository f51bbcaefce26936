package io.evenhand.access;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps a service without keys to this machine: it starts on a loopback address only, and answers
 * only to names of this machine, so that no web page can reach it under a name of its own; what a
 * browser sends for a page from elsewhere changes nothing.
 */
@Component
class LoopbackOnly implements WebFilter, Ordered, InitializingBean {

    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

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
                        open -> {
                            if (open && !LocalNames.areMeantBy(exchange.getRequest())) {
                                return Mono.error(foreign());
                            }
                            return open && isSentByAnotherSite(exchange.getRequest())
                                    ? Mono.error(sentByAnotherSite())
                                    : chain.filter(exchange);
                        });
    }

    /** Browsers say so of each request (Fetch Metadata); programs say nothing. */
    private static boolean isSentByAnotherSite(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        return site != null && !OUR_OWN.contains(site) && !SAFE.contains(request.getMethod());
    }

    private static Refusal sentByAnotherSite() {
        return new Refusal(
                ProblemCode.FORBIDDEN,
                "Without API keys the service takes nothing from pages of other sites.");
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
