package io.evenhand.grading.work;

import io.evenhand.grading.Grade;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Submission;
import io.evenhand.guard.Flag;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Question;
import java.util.List;
import java.util.function.Function;

/**
 * A grade that was made beforehand and is now to be a grading's own.
 *
 * @param version of the grading that the grade was made for; another one is left as it is
 * @param today the question that the grade is by
 * @param grade made of the answer as it is stored
 * @param actor who wants it, as the history names them
 * @param cause what brought the grade about, as the history names it
 */
public record Revision(
        TenantId tenant,
        GradingId grading,
        long version,
        Question today,
        Function<Submission, Grade> grade,
        List<Flag> flags,
        String actor,
        String cause) {

    public Revision {
        flags = List.copyOf(flags);
    }
}
