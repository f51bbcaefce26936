package io.evenhand.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request: where, as a JSON Pointer into the body or the name of a
 * parameter, and what would be right. The message never repeats what the client sent.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(@Nullable String pointer, @Nullable String parameter, String message) {

    public static Violation at(String pointer, String message) {
        return new Violation(pointer, null, message);
    }

    public static Violation of(String parameter, String message) {
        return new Violation(null, parameter, message);
    }
}
