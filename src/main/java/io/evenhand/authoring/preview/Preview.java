package io.evenhand.authoring.preview;

import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers to one question that are graded again to see what would change.
 *
 * @param actor who asked for it
 * @param claims how often it was taken up
 * @param leaseUntil until when an instance works on it
 * @param appliedAt when all that could be applied was
 */
public record Preview(
        PreviewId id,
        TenantId tenant,
        String questionId,
        PreviewStatus status,
        String actor,
        Target target,
        int claims,
        Optional<Instant> leaseUntil,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<Instant> appliedAt,
        Optional<String> appliedBy) {

    static Preview queued(
            PreviewId id,
            TenantId tenant,
            String questionId,
            String actor,
            Target target,
            Instant now) {
        return new Preview(
                id,
                tenant,
                questionId,
                PreviewStatus.QUEUED,
                actor,
                target,
                0,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Taken up, for the first time or after whoever had it died. */
    public Preview claimed(Instant until) {
        return new Preview(
                id,
                tenant,
                questionId,
                PreviewStatus.RUNNING,
                actor,
                target,
                claims + 1,
                Optional.of(until),
                createdAt,
                finishedAt,
                appliedAt,
                appliedBy);
    }

    Preview ended(PreviewStatus how, Instant now) {
        return new Preview(
                id,
                tenant,
                questionId,
                how,
                actor,
                target,
                claims,
                Optional.empty(),
                createdAt,
                Optional.of(now),
                appliedAt,
                appliedBy);
    }

    Preview applied(String by, Instant now) {
        return new Preview(
                id,
                tenant,
                questionId,
                status,
                actor,
                target,
                claims,
                leaseUntil,
                createdAt,
                finishedAt,
                Optional.of(now),
                Optional.of(by));
    }
}
