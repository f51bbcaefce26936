package io.evenhand.access.audit;

import com.github.f4b6a3.ulid.UlidCreator;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody saw or did, or was kept from.
 *
 * @param actor as the history names them
 * @param subject the id of what it was done to
 */
public record AccessEvent(
        TenantId tenant,
        String id,
        Instant at,
        String actor,
        Action action,
        Optional<String> subject,
        Outcome outcome) {

    static AccessEvent of(
            TenantId tenant,
            Instant at,
            String actor,
            Action action,
            Optional<String> subject,
            Outcome outcome) {
        String id = UlidCreator.getMonotonicUlid(at.toEpochMilli()).toString();
        return new AccessEvent(tenant, id, at, actor, action, subject, outcome);
    }

    /** What it was. */
    public enum Action {
        SIGN_IN,
        SIGN_OUT,
        SIGN_OUT_EVERYWHERE,
        PASSWORD_CHANGED,
        SETUP,
        USER_ADDED,
        USER_CHANGED,
        KEY_MADE,
        KEY_ROTATED,
        KEY_REVOKED,
        GRADING_VIEWED,
        GRADING_DECIDED,
        INTERVIEW_VIEWED,
        CANDIDATE_VIEWED,
        RESULTS_EXPORTED,
        BATCH_UPLOADED,
        BATCH_VIEWED,
        BATCH_CHANGED,
        QUESTION_TRIED,
        GRADING_ASSIGNED,
        LINK_MADE,
        LINK_REVOKED,
        LINK_VIEWED,
        APPEALED,
        GRADINGS_LISTED,
        SIMILAR_VIEWED,
        BATCH_EXPORTED,
        RESULTS_VIEWED,
        AUDIT_EXPORTED
    }

    /** What came of it. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }
}
