package io.evenhand.grading.work;

import io.evenhand.grading.Submission;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.util.Optional;

/**
 * A request to grade.
 *
 * @param actor who asks, as the history names them
 * @param key the idempotency key, if there is one
 * @param asynchronous whether nobody waits for the grade
 */
public record Order(
        TenantId tenant,
        String actor,
        Submission submission,
        Optional<Key> key,
        boolean asynchronous) {

    /** What nobody waits for goes with what comes in batches. */
    Urgency urgency() {
        return asynchronous ? Urgency.BULK : Urgency.INTERACTIVE;
    }

    /** An idempotency key and the body that came with it, as hashes. */
    public record Key(Sha256 keyHash, Sha256 bodyHash) {}
}
