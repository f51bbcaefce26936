package io.evenhand.interviews.web;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param after what the page before ended with
 */
record Paging(Optional<String> after, int limit) {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    static Paging read(@Nullable String cursor, @Nullable String limit) {
        List<Violation> violations = new ArrayList<>();
        Optional<String> after = after(cursor, violations);
        int size = limit(limit, violations);
        if (!violations.isEmpty()) {
            throw refusal(violations);
        }
        return new Paging(after, size);
    }

    /** A version that a client asks for by number. */
    static Optional<Integer> version(@Nullable String text) {
        if (text != null && !text.matches("0*[1-9]\\d{0,8}")) {
            throw refusal(List.of(Violation.of("version", "is no number from 1 up")));
        }
        return Optional.ofNullable(text).map(Integer::valueOf);
    }

    static String cursor(String last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    static Refusal refusal(List<Violation> violations) {
        return new Refusal(
                ProblemCode.INVALID_PARAMETER,
                "See errors for each parameter to mend.",
                violations);
    }

    /** With one more than is asked for, which tells whether there is a next page. */
    int oneMore() {
        return limit + 1;
    }

    private static Optional<String> after(@Nullable String cursor, List<Violation> violations) {
        try {
            return Optional.ofNullable(cursor)
                    .filter(text -> !text.isEmpty())
                    .map(text -> Base64.getUrlDecoder().decode(text))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            violations.add(Violation.of("cursor", "is none that this service gave out"));
            return Optional.empty();
        }
    }

    private static int limit(@Nullable String limit, List<Violation> violations) {
        if (limit == null || limit.isEmpty()) {
            return DEFAULT;
        }
        if (!limit.matches("0*[1-9]\\d*")) {
            violations.add(Violation.of("limit", "is no number from 1 up"));
            return DEFAULT;
        }
        return limit.length() > 9 ? MOST : Math.min(MOST, Integer.parseInt(limit));
    }
}
