package io.evenhand.authoring.web;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the address. */
final class Parameters {

    private Parameters() {}

    static Optional<Integer> version(@Nullable String text) {
        if (text != null && !text.matches("0*[1-9]\\d{0,8}")) {
            throw refusal("version", "is no number from 1 up");
        }
        return Optional.ofNullable(text).map(Integer::valueOf);
    }

    static boolean flag(String name, @Nullable String text, boolean otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw refusal(name, "is neither true nor false");
        }
        return text.equals("true");
    }

    private static Refusal refusal(String name, String message) {
        return new Refusal(
                ProblemCode.INVALID_PARAMETER,
                "See errors for the parameter to mend.",
                List.of(Violation.of(name, message)));
    }
}
