package io.evenhand.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request: where, as a JSON Pointer into the body or the name of a
 * parameter, and what would be right. The message never repeats what the client sent.
 *
 * @param line of the body, from 1, where that is a file that a person reads by lines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable Integer line,
        String message) {

    public static Violation at(String pointer, String message) {
        return new Violation(pointer, null, null, message);
    }

    public static Violation atLine(int line, String pointer, String message) {
        return new Violation(pointer, null, line, message);
    }

    public static Violation of(String parameter, String message) {
        return new Violation(null, parameter, null, message);
    }
}
