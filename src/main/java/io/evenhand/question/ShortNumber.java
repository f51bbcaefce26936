package io.evenhand.question;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a text that is a number and nothing else.
 *
 * <p>{@code 1,500} and {@code 1 500} are fifteen hundred; a comma that does not stand before three
 * digits is a decimal one, as in {@code 1,5}.
 */
final class ShortNumber {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LAST_MARK = Pattern.compile("(?<=\\d)[.,;]$");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}(?:(?:,\\d{3})+|(?: \\d{3})+)(?:\\.\\d+)?");

    /** So short an exponent that the number can be written out. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+(?:[.,]\\d+)?|\\.\\d+)(?:e[+-]?\\d{1,2})?");

    private static final int LONGEST = 60;

    private ShortNumber() {}

    static Optional<BigDecimal> of(String text) {
        String plain = SPACES.matcher(text).replaceAll(" ").strip().replace('\u2212', '-');
        String bare = LAST_MARK.matcher(plain.toLowerCase(java.util.Locale.ROOT)).replaceAll("");
        if (bare.length() > LONGEST) {
            return Optional.empty();
        }
        if (GROUPED.matcher(bare).matches()) {
            return Optional.of(new BigDecimal(bare.replaceAll("[, ]", "")));
        }
        return NUMBER.matcher(bare).matches()
                ? Optional.of(new BigDecimal(bare.replace(',', '.')))
                : Optional.empty();
    }
}
