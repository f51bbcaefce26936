package io.evenhand.interviews.page;

import io.evenhand.interviews.result.Outcome;
import io.evenhand.platform.Words;
import java.math.BigDecimal;
import java.util.Optional;

/** What the pages call a candidate's result. */
final class ResultWords {

    private ResultWords() {}

    /**
     * @param percentage 0 to 100; none while nothing is graded
     */
    static String percent(Optional<BigDecimal> percentage) {
        return percentage.map(value -> Words.plain(value) + " %").orElse("–");
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
