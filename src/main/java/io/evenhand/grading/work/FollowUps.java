package io.evenhand.grading.work;

import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Question;

/** What to ask next where something was missing: the question's own, else the grader's. */
final class FollowUps {

    private FollowUps() {}

    static Grade added(Question question, Grade grade) {
        boolean own =
                !question.followUpQuestions().isEmpty()
                        && grade.criteria().stream().anyMatch(FollowUps::isMissing);
        return own ? grade.withFollowUpQuestions(question.followUpQuestions()) : grade;
    }

    private static boolean isMissing(CriterionGrade criterion) {
        return criterion.maxPoints().isPositive() && !(criterion.verdict() instanceof Verdict.Met);
    }
}
