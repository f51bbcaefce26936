package io.evenhand.platform;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;

/**
 * The entity tags of a conditional request. The tag of what counts its versions is the version.
 *
 * @param values as they were sent, each in its quotes and with its {@code W/}, or {@code *}
 */
public record EntityTags(List<String> values) {

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** What a client wants to change. */
    public static EntityTags toChange(HttpHeaders headers) {
        return read(HttpHeaders.IF_MATCH, headers::getIfMatch);
    }

    /**
     * What a client wants to change, where it has to say so.
     *
     * @param otherwise what to do about it, for the refusal if there are none
     */
    public static EntityTags requiredToChange(HttpHeaders headers, String otherwise) {
        EntityTags tags = toChange(headers);
        if (tags.isEmpty()) {
            throw new Refusal(ProblemCode.PRECONDITION_REQUIRED, otherwise);
        }
        return tags;
    }

    /** What a client has already. */
    public static EntityTags known(HttpHeaders headers) {
        return read(HttpHeaders.IF_NONE_MATCH, headers::getIfNoneMatch);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether this is one of them. A weak tag is none: nothing is changed by it. */
    public boolean match(long version) {
        return values.contains(ANY) || values.contains(of(version));
    }

    /** Whether this is one of them, be it weak: enough for what is only read. */
    public boolean matchWeakly(long version) {
        return match(version) || values.contains(WEAK + of(version));
    }

    private static EntityTags read(String header, Supplier<List<String>> given) {
        try {
            return new EntityTags(given.get());
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
