package io.evenhand.interviews.page;

import io.evenhand.interviews.result.Outcome;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What the pages call things. */
final class Words {

    private Words() {}

    /** A name of a closed list in plain words. */
    static String of(Enum<?> name) {
        return of(name.name());
    }

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String percent(Optional<BigDecimal> percentage) {
        return percentage.map(value -> plain(value) + " %").orElse("–");
    }

    static String plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale())).toPlainString();
    }

    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /**
     * @param certain whether nothing to come can turn it
     */
    static String outcome(Outcome outcome, boolean certain) {
        return switch (outcome) {
            case OPEN -> "open";
            case PASSED -> certain ? "passed" : "passed so far";
            case FAILED -> certain ? "below the mark" : "below the mark so far";
        };
    }
}
