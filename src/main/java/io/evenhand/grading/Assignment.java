package io.evenhand.grading;

import io.evenhand.grading.turns.Ticket;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Question;
import io.evenhand.question.Rubric;
import io.evenhand.question.RubricSource;
import java.time.Instant;
import java.util.Optional;

/**
 * What a grader gets to see of a grading; never who the candidate is.
 *
 * @param answer the judge's view of the answer, in which evidence is quoted
 * @param language BCP 47 tag of the answer's language, if the client gave it
 * @param feedbackLanguage BCP 47 tag of the language that feedback is wanted in; empty means the
 *     answer's own
 * @param deadline when the outcome must be there
 * @param urgency what it goes before where graders have more to do than they can
 */
public record Assignment(
        GradingId id,
        TenantId tenant,
        Question question,
        Rubric rubric,
        RubricSource rubricSource,
        String answer,
        Optional<String> language,
        Optional<String> feedbackLanguage,
        Instant deadline,
        Urgency urgency) {

    /** What it shows where it has to wait for its turn. */
    public Ticket ticket() {
        return new Ticket(tenant, urgency);
    }

    public Assignment withDeadline(Instant newDeadline) {
        return new Assignment(
                id,
                tenant,
                question,
                rubric,
                rubricSource,
                answer,
                language,
                feedbackLanguage,
                newDeadline,
                urgency);
    }
}
