package io.evenhand.grading;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;

/**
 * Tells identical work: a model would be told the same, and what it says may serve once more.
 *
 * @param hash keyed, of all that the model's word depends on
 */
public record Work(AnswerHash answer, Sha256 hash) {

    public TenantId tenant() {
        return answer.tenant();
    }
}
