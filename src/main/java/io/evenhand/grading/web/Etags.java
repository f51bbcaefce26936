package io.evenhand.grading.web;

import io.evenhand.grading.Grading;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Entity tags of gradings: their version, which every change counts up. */
final class Etags {

    private Etags() {}

    static String of(Grading grading) {
        return "\"" + grading.version() + "\"";
    }

    /** The tags of what a client has already. */
    static List<String> known(HttpHeaders headers) {
        try {
            return headers.getIfNoneMatch();
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for the header to mend.",
                    List.of(
                            Violation.of(
                                    HttpHeaders.IF_NONE_MATCH,
                                    "is no list of entity tags, each in double quotes")));
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
