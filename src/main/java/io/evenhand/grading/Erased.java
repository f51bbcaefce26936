package io.evenhand.grading;

import io.evenhand.guard.Flag;
import io.evenhand.question.Criterion;
import io.evenhand.question.Question;
import io.evenhand.question.Rubric;
import java.util.List;
import java.util.Optional;

/**
 * What is left of the parts of a grading when every text goes that a candidate wrote, that was
 * written about the answer, or that says whose it was. Points, verdicts and codes stay.
 */
final class Erased {

    private Erased() {}

    /** A question of the bank stays; one that came with the answer may have been made for it. */
    static Submission of(Submission submission) {
        boolean ofBank = submission.question().ref().isPresent();
        return new Submission(
                ofBank ? submission.question() : of(submission.question()),
                ofBank ? submission.rubric() : of(submission.rubric()),
                submission.rubricSource(),
                "",
                Optional.empty(),
                submission.language(),
                submission.feedbackLanguage(),
                List.of(),
                Optional.empty());
    }

    private static Question of(Question question) {
        return new Question(
                question.ref(),
                "",
                question.kind(),
                List.of(),
                question.rubric().map(Erased::of),
                question.points(),
                question.passMark(),
                List.of(),
                question.partial());
    }

    private static Rubric of(Rubric rubric) {
        return new Rubric(rubric.criteria().stream().map(Erased::of).toList());
    }

    private static Criterion of(Criterion criterion) {
        return new Criterion(
                criterion.id(),
                "",
                criterion.points(),
                criterion.levels(),
                criterion.partial(),
                criterion.capAt());
    }

    static Flag of(Flag flag) {
        return new Flag(flag.code(), "", flag.start(), flag.end());
    }

    static Grade of(Grade grade) {
        return new Grade(
                grade.score(),
                grade.maxScore(),
                grade.scoreRange(),
                grade.criteria().stream().map(Erased::of).toList(),
                Feedback.NONE,
                List.of(),
                grade.confidence(),
                grade.confidenceBasis(),
                grade.grader(),
                grade.usage(),
                grade.reviewReasons());
    }

    private static CriterionGrade of(CriterionGrade criterion) {
        return new CriterionGrade(
                criterion.id(),
                of(criterion.verdict()),
                criterion.level(),
                criterion.maxPoints(),
                "",
                criterion.confidence(),
                criterion.claimedQuotes(),
                criterion.foundQuotes());
    }

    private static Verdict of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Met(var points, var _) -> new Verdict.Met(points, List.of());
            case Verdict.Partly(var points, var _) -> new Verdict.Partly(points, List.of());
            case Verdict.NotMet notMet -> notMet;
            case Verdict.CannotTell _ -> new Verdict.CannotTell("");
        };
    }

    static Review of(Review review) {
        return new Review(
                review.reviewer(),
                Optional.empty(),
                review.reviewedAt(),
                review.selection(),
                Optional.empty(),
                review.machine().map(Erased::of));
    }
}
