package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sizes that every question keeps to, and the checks for them. */
final class Limits {

    /** In UTF-16 code units. */
    static final int TEXT = 20_000;

    static final int CRITERIA = 50;
    static final int LEVELS = 20;
    static final int MODEL_ANSWERS = 20;
    static final int OPTIONS = 50;
    static final int NAME = 100;

    private static final BigDecimal MOST_POINTS = new BigDecimal(10_000);
    private static final int DECIMALS = 2;

    private Limits() {}

    /** The text if it is there, not blank and not too long. */
    static Optional<String> text(
            @Nullable String text, String at, int most, Violations violations) {
        if (text == null || text.isBlank()) {
            violations.add(at, "is missing or blank");
            return Optional.empty();
        }
        return violations.require(
                        text.length() <= most, at, "is longer than " + most + " characters")
                ? Optional.of(text)
                : Optional.empty();
    }

    /** The points if they are there, of a sane size and with at most two decimals. */
    static Optional<Points> points(@Nullable BigDecimal points, String at, Violations violations) {
        if (points == null) {
            violations.add(at, "is missing");
            return Optional.empty();
        }
        if (points.abs().compareTo(MOST_POINTS) > 0) {
            violations.add(at, "is beyond " + MOST_POINTS);
            return Optional.empty();
        }
        if (!isShort(points)) {
            violations.add(at, "has more than two decimals");
            return Optional.empty();
        }
        return Optional.of(new Points(points));
    }

    /** At most two decimals; a number with a billion of them would keep a processor busy. */
    static boolean isShort(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= DECIMALS;
    }
}
