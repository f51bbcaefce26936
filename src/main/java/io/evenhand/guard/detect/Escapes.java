package io.evenhand.guard.detect;

import io.evenhand.guard.Traced;
import io.evenhand.guard.TracedBuilder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes characters written as escapes: {@code &#105;}, {@code %69}, {@code \u0069}. */
final class Escapes {

    private static final Pattern ESCAPE =
            Pattern.compile(
                    "&#(?<decimal>\\d{1,7});|&#[xX](?<entity>[0-9a-fA-F]{1,6});"
                            + "|%(?<percent>[0-9a-fA-F]{2})|\\\\x(?<hex>[0-9a-fA-F]{2})"
                            + "|\\\\u\\{?(?<unicode>[0-9a-fA-F]{4,6})}?|[uU]\\+(?<point>[0-9a-fA-F]{4,6})");

    /** Fewer say nothing; a lone one is an example or a space in a URL. */
    private static final int FEWEST = 4;

    private Escapes() {}

    static Optional<Traced> decoded(Traced text) {
        Matcher matcher = ESCAPE.matcher(text.text());
        TracedBuilder decoded = new TracedBuilder(text);
        int at = 0;
        int count = 0;
        while (matcher.find()) {
            int codePoint = codePoint(matcher);
            if (Character.isValidCodePoint(codePoint)) {
                decoded.copy(at, matcher.start());
                decoded.replace(matcher.start(), matcher.end(), Character.toString(codePoint));
                at = matcher.end();
                count++;
            }
        }
        decoded.copy(at, text.length());
        return count >= FEWEST ? Optional.of(decoded.build()) : Optional.empty();
    }

    private static int codePoint(Matcher matcher) {
        String decimal = matcher.group("decimal");
        if (decimal != null) {
            return Integer.parseInt(decimal);
        }
        for (String name : new String[] {"entity", "percent", "hex", "unicode", "point"}) {
            String digits = matcher.group(name);
            if (digits != null) {
                return Integer.parseInt(digits, 16);
            }
        }
        return -1;
    }
}
