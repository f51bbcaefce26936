package io.evenhand.platform;

import java.util.List;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses query parameters of the API that the operation does not know. A filter or a limit with a
 * slip in its name would otherwise be read past: the list would hold everything, and the batch
 * would cost whatever it costs.
 */
final class StrictMapping extends RequestMappingHandlerMapping {

    private static final int LONGEST = 40;

    private final KnownParameters known = new KnownParameters();

    @Override
    protected void handleMatch(
            RequestMappingInfo info, HandlerMethod operation, ServerWebExchange exchange) {
        super.handleMatch(info, operation, exchange);
        if (exchange.getRequest().getPath().value().startsWith("/v1/")) {
            refuseUnknown(exchange.getRequest().getQueryParams().keySet(), known.of(operation));
        }
    }

    private static void refuseUnknown(Set<String> given, Set<String> names) {
        String instead = names.isEmpty() ? "it has none" : "it has " + String.join(", ", names);
        List<Violation> unknown =
                given.stream()
                        .filter(name -> !names.contains(name))
                        .map(name -> name.substring(0, Math.min(name.length(), LONGEST)))
                        .map(name -> Violation.of(name, "is no parameter of this call: " + instead))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for each parameter to mend.",
                    unknown);
        }
    }
}
