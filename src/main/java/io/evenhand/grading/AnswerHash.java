package io.evenhand.grading;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;

/**
 * Tells answers that a judge sees alike, without what they say.
 *
 * @param value keyed hash of the judge's view of the answer
 * @param keyId of the key that it was made with
 */
public record AnswerHash(TenantId tenant, Sha256 value, String keyId) {}
