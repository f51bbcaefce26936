package io.evenhand.grading.web;

import io.evenhand.grading.Grading;
import io.evenhand.grading.work.ReviewDesk;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;

/** Entity tags of gradings: their version, which every change counts up. */
final class Etags {

    private Etags() {}

    static String of(Grading grading) {
        return "\"" + grading.version() + "\"";
    }

    /** The tags of what a client has already. */
    static List<String> known(HttpHeaders headers) {
        return tags(HttpHeaders.IF_NONE_MATCH, headers::getIfNoneMatch);
    }

    /**
     * Refuses a change unless the client says which state of the grading it means, and means this.
     */
    static void requireMatch(HttpHeaders headers, Grading grading) {
        List<String> tags = tags(HttpHeaders.IF_MATCH, headers::getIfMatch);
        if (tags.isEmpty()) {
            throw new Refusal(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the grading as you read it.");
        }
        // a strong comparison: what is only weakly the same may have another grade
        if (tags.stream().noneMatch(tag -> tag.equals("*") || tag.equals(of(grading)))) {
            throw ReviewDesk.changed();
        }
    }

    private static List<String> tags(String header, Supplier<List<String>> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for the header to mend.",
                    List.of(
                            Violation.of(
                                    header, "is no list of entity tags, each in double quotes")));
        }
    }

    /** Whether a client that sent these tags in If-None-Match has this grading already. */
    static boolean matches(List<String> tags, Grading grading) {
        String own = of(grading);
        return tags.stream()
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(own));
    }
}
