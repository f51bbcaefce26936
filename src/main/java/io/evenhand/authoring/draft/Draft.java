package io.evenhand.authoring.draft;

import io.evenhand.grading.Usage;
import io.evenhand.platform.TenantId;
import io.evenhand.question.QuestionRef;
import java.time.Instant;

/**
 * That a version of a question has a rubric that nobody wrote.
 *
 * @param usage what writing it took
 * @param actor who asked for it
 */
public record Draft(
        TenantId tenant,
        QuestionRef question,
        Origin origin,
        Usage usage,
        String actor,
        Instant createdAt) {}
