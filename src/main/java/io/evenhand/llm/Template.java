package io.evenhand.llm;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code {{name}}} to fill in and {@code {{#name}} ... {{/name}}} that stays only where
 * its name has a value. What is filled in is not looked at again, so no candidate can write marks.
 */
record Template(String text) {

    private static final Pattern SECTION =
            Pattern.compile("(?s)\\{\\{#(\\w+)}}\\R?(.*?)\\{\\{/\\1}}\\R?");
    private static final Pattern MARK = Pattern.compile("\\{\\{(\\w+)}}");

    String with(Map<String, String> values) {
        String kept = SECTION.matcher(text).replaceAll(section -> keep(section, values));
        return MARK.matcher(kept).replaceAll(mark -> literal(value(mark.group(1), values)));
    }

    private static String keep(MatchResult section, Map<String, String> values) {
        return values.containsKey(section.group(1)) ? literal(section.group(2)) : "";
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "the prompt asks for {{" + name + "}}, which is unknown");
        }
        return value;
    }

    private static String literal(String value) {
        return Matcher.quoteReplacement(value);
    }
}
