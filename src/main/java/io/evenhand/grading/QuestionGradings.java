package io.evenhand.grading;

import io.evenhand.platform.TenantId;
import java.util.List;

/** The graded answers to a question of the bank. Calls block, in a storage transaction. */
public interface QuestionGradings {

    /**
     * All that have a grade and still their text, whichever version of the question they were
     * graded by; the oldest first.
     */
    List<GradingId> graded(TenantId tenant, String questionId);
}
