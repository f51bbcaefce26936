package io.evenhand.grading.work;

import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Submission;
import io.evenhand.grading.Usage;
import io.evenhand.grading.Verdict;
import io.evenhand.grading.scoring.Scoring;
import io.evenhand.platform.Sha256;
import io.evenhand.question.Choice;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import java.util.List;
import java.util.Optional;

/**
 * Grades what needs no judge: an answer without content, a choice among options, and an answer that
 * is one of the exact ones or is not.
 */
final class RuleGrader {

    private RuleGrader() {}

    static Grade blank(Submission submission, Sha256 rubricHash) {
        List<CriterionGrade> criteria =
                submission.rubric().criteria().stream()
                        .map(
                                criterion ->
                                        grade(
                                                criterion,
                                                new Verdict.NotMet(Points.ZERO),
                                                "The answer is blank."))
                        .toList();
        return grade(submission, criteria, "No answer was given.", rubricHash);
    }

    static Grade choice(Submission submission, Sha256 rubricHash) {
        Criterion criterion = submission.rubric().criteria().getFirst();
        Choice choice = Choice.of(submission.question(), submission.answer());
        Points points = criterion.points().times(choice.share());
        String said =
                "%d of %d right options chosen, %d wrong."
                        .formatted(choice.right(), choice.allRight(), choice.wrong());
        Verdict verdict = verdict(criterion, points, submission.answer());
        return grade(submission, List.of(grade(criterion, verdict, said)), said, rubricHash);
    }

    /**
     * @param said the answer as a reader sees it; an answer that is a piece of markup is right as
     *     it was sent
     */
    static Grade exact(Submission submission, String said, Sha256 rubricHash) {
        Criterion criterion = submission.rubric().criteria().getFirst();
        boolean right =
                submission
                        .question()
                        .exactAnswers()
                        .filter(all -> all.include(said) || all.include(submission.answer()))
                        .isPresent();
        String reason =
                right
                        ? "The answer is one of the right ones."
                        : "The answer is none of the right ones.";
        Points points = right ? criterion.points() : Points.ZERO;
        Verdict verdict = verdict(criterion, points, submission.answer());
        return grade(submission, List.of(grade(criterion, verdict, reason)), reason, rubricHash);
    }

    private static Verdict verdict(Criterion criterion, Points points, String answer) {
        if (!points.isPositive()) {
            return new Verdict.NotMet(points);
        }
        int start = answer.length() - answer.stripLeading().length();
        int end = answer.stripTrailing().length();
        List<Evidence> evidence = List.of(new Evidence(answer.substring(start, end), start, end));
        return points.equals(criterion.points())
                ? new Verdict.Met(points, evidence)
                : new Verdict.Partly(points, evidence);
    }

    private static CriterionGrade grade(Criterion criterion, Verdict verdict, String reason) {
        return new CriterionGrade(
                criterion.id(), verdict, Optional.empty(), criterion.points(), reason, 1, 0, 0);
    }

    private static Grade grade(
            Submission submission,
            List<CriterionGrade> criteria,
            String summary,
            Sha256 rubricHash) {
        Points score =
                new Scoring(submission.rubric())
                        .score(criteria.stream().map(CriterionGrade::verdict).toList());
        return new Grade(
                score,
                submission.rubric().maxScore(),
                new ScoreRange(score, score),
                criteria,
                new Feedback(summary, List.of(), List.of()),
                List.of(),
                1,
                ConfidenceBasis.CERTAIN,
                Provenance.withoutModel(GraderKind.RULE, rubricHash, Optional.empty(), 0),
                Usage.NONE,
                List.of());
    }
}
