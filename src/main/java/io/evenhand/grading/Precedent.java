package io.evenhand.grading;

import java.time.Instant;

/**
 * What a model said of an answer, for identical ones that come later.
 *
 * @param id another one each time that the same work is judged anew
 * @param judged what it said; to use it once more costs nothing
 */
public record Precedent(Work work, String id, Outcome.Reused judged, Instant expiresAt) {}
