package io.evenhand.batch;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A line of an upload, as it is kept.
 *
 * @param number where its record starts, from 1
 * @param customId the client's own name for it
 * @param hash of the line as it was sent
 */
public record BatchLine(int number, Optional<String> customId, Sha256 hash, Fate fate) {

    /** What a line became. */
    public sealed interface Fate {}

    /** It became a grading. */
    public record Accepted(GradingId grading) implements Fate {}

    /**
     * It became nothing.
     *
     * @param code of the problem that a single request would have met, or {@code MALFORMED_LINE}
     */
    public record Rejected(String code, List<Violation> errors) implements Fate {

        /** The code of a line that cannot be read at all. */
        public static final String MALFORMED = "MALFORMED_LINE";

        public Rejected {
            errors = List.copyOf(errors);
        }
    }
}
