package io.evenhand.question.web;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import io.evenhand.question.Entry;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;

/** Entity tags of questions: their version. */
final class EntityTags {

    private static final String ANY = "*";

    private EntityTags() {}

    static String of(Entry entry) {
        return of(entry.version());
    }

    private static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The versions that a client wants to replace. A weak tag replaces nothing. */
    static IntPredicate expected(HttpHeaders headers) {
        List<String> tags = tags(HttpHeaders.IF_MATCH, headers::getIfMatch);
        if (tags.isEmpty()) {
            throw new Refusal(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version that yours comes after.");
        }
        return version -> tags.contains(ANY) || tags.contains(of(version));
    }

    /** Whether the client has this version already. */
    static boolean isKnown(HttpHeaders headers, Entry entry) {
        return tags(HttpHeaders.IF_NONE_MATCH, headers::getIfNoneMatch).stream()
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals(ANY) || tag.equals(of(entry)));
    }

    private static List<String> tags(String header, Supplier<List<String>> given) {
        try {
            return given.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for the header to mend.",
                    List.of(
                            Violation.of(
                                    header, "is no list of entity tags, each in double quotes")));
        }
    }
}
