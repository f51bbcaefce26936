package io.evenhand.grading;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;

/**
 * Reviewed answers to learn from. Erased ones are not among them. Calls block and belong into a
 * transaction of the storage.
 */
public interface ReviewedAnswers {

    /**
     * @param question see {@link QuestionKey}
     * @param grader whose scores were reviewed: each makes errors of its own
     * @param except a grading whose own review is not to be used
     */
    Lessons about(TenantId tenant, Sha256 question, GraderKind grader, GradingId except);
}
