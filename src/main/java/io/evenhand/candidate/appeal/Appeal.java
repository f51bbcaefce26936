package io.evenhand.candidate.appeal;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a candidate has against a grade.
 *
 * @param revision the grade that it is about
 * @param reason in the candidate's own words
 * @param score as it was then
 * @param decision empty as long as nobody has decided
 */
public record Appeal(
        TenantId tenant,
        GradingId grading,
        int revision,
        String reason,
        Instant at,
        BigDecimal score,
        Optional<Decision> decision) {

    /**
     * What came of it.
     *
     * @param changed whether the score is another one now
     */
    public record Decision(Instant at, boolean changed) {}

    @Override
    public String toString() {
        return "appeal against " + grading + "/" + revision;
    }
}
