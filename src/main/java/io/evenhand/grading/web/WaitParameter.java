package io.evenhand.grading.web;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how long a client would wait. */
final class WaitParameter {

    private static final int MOST_SECONDS = 60;

    private WaitParameter() {}

    static Duration read(@Nullable String seconds) {
        if (seconds == null) {
            return Duration.ZERO;
        }
        if (!seconds.matches("\\d{1,9}")) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for the parameter to mend.",
                    List.of(Violation.of("wait", "is no number of seconds from 0 to 60")));
        }
        return Duration.ofSeconds(Math.min(MOST_SECONDS, Integer.parseInt(seconds)));
    }
}
