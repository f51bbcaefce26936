package io.evenhand.access.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What somebody filled in; a field that is not there is empty. */
record Form(MultiValueMap<String, @Nullable String> fields) {

    /** Nothing that is asked for is longer. */
    private static final int LONGEST = 500;

    static Mono<Form> of(ServerWebExchange exchange) {
        return exchange.getFormData().map(Form::new);
    }

    String text(String name) {
        return Optional.ofNullable(fields.getFirst(name))
                .filter(value -> value.length() <= LONGEST)
                .orElse("");
    }

    List<@Nullable String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
