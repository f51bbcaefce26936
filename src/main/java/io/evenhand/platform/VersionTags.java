package io.evenhand.platform;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;

/** Entity tags of what has versions that are counted: the version. */
public final class VersionTags {

    private static final String ANY = "*";

    private VersionTags() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The versions that a client wants to replace. A weak tag replaces nothing. */
    public static IntPredicate expected(HttpHeaders headers) {
        List<String> tags = tags(HttpHeaders.IF_MATCH, headers::getIfMatch);
        if (tags.isEmpty()) {
            throw new Refusal(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version that yours comes after.");
        }
        return version -> tags.contains(ANY) || tags.contains(of(version));
    }

    /** Whether the client has this version already. */
    public static boolean isKnown(HttpHeaders headers, int version) {
        return tags(HttpHeaders.IF_NONE_MATCH, headers::getIfNoneMatch).stream()
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals(ANY) || tag.equals(of(version)));
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
