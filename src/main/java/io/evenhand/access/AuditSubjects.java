package io.evenhand.access;

import java.util.List;
import org.springframework.web.server.ServerWebExchange;

/** What a request was about where its address does not say so: each gets an entry of its own. */
public final class AuditSubjects {

    private static final String NAME = AuditSubjects.class.getName();

    private AuditSubjects() {}

    public static void set(ServerWebExchange exchange, List<String> ids) {
        exchange.getAttributes().put(NAME, List.copyOf(ids));
    }

    public static List<String> of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(NAME, List.of());
    }
}
