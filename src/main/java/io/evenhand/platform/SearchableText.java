package io.evenhand.platform;

import java.util.regex.Pattern;

/**
 * A client's text as a column that is searched holds it: PostgreSQL has no place for NUL, nor for
 * half of a surrogate pair.
 */
public final class SearchableText {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private SearchableText() {}

    public static String of(String text) {
        return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }
}
