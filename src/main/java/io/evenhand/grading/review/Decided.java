package io.evenhand.grading.review;

import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Usage;
import io.evenhand.grading.Verdict;
import io.evenhand.grading.scoring.Scoring;
import io.evenhand.grading.scoring.Verdicts;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a grade of what a person decided: every decision stands on the machine's grade, and its
 * points are counted as the machine's are. Nothing stays open in it.
 */
public final class Decided {

    private static final String REASON = "A person decided.";
    private static final Verdict OPEN = new Verdict.CannotTell("Nothing was chosen yet.");

    private Decided() {}

    /** What the grading comes to by the decision. */
    public static Grade grade(Grading grading, Decision decision) {
        Rubric rubric = grading.submission().rubric();
        Optional<Grade> machine = grading.machineGrade();
        List<CriterionGrade> criteria =
                rubric.criteria().stream().map(c -> criterion(c, machine, decision)).toList();
        Points score =
                new Scoring(rubric).score(criteria.stream().map(CriterionGrade::verdict).toList());
        return new Grade(
                score,
                rubric.maxScore(),
                new ScoreRange(score, score),
                criteria,
                decision.feedback().or(() -> machine.map(Grade::feedback)).orElse(Feedback.NONE),
                machine.map(Grade::followUpQuestions).orElse(List.of()),
                1,
                ConfidenceBasis.CERTAIN,
                grader(grading),
                machine.map(Grade::usage)
                        .or(() -> grading.noGrade().map(NoGrade::usage))
                        .orElse(Usage.NONE),
                machine.map(Grade::reviewReasons).orElse(List.of()).stream()
                        .filter(reason -> !reason.isAsked())
                        .toList());
    }

    /**
     * What the grading could come to with the points that were given so far; the ends are the same
     * as soon as nothing is open.
     */
    public static ScoreRange range(Rubric rubric, Map<String, Points> points) {
        return new Scoring(rubric)
                .range(
                        rubric.criteria().stream()
                                .map(
                                        criterion ->
                                                Optional.ofNullable(points.get(criterion.id()))
                                                        .map(
                                                                given ->
                                                                        Verdicts.decided(
                                                                                criterion, given,
                                                                                List.of()))
                                                        .orElseGet(() -> OPEN))
                                .toList());
    }

    /** Whoever proposed, or could not. */
    private static Provenance grader(Grading grading) {
        return grading.machineGrade()
                .map(Grade::grader)
                .or(() -> grading.noGrade().map(NoGrade::grader))
                .orElseThrow(() -> new IllegalStateException("nobody has graded it yet"));
    }

    private static CriterionGrade criterion(
            Criterion criterion, Optional<Grade> machine, Decision decision) {
        Optional<CriterionGrade> proposed =
                machine.stream()
                        .flatMap(grade -> grade.criteria().stream())
                        .filter(grade -> grade.id().equals(criterion.id()))
                        .findFirst();
        Optional<Points> points =
                Optional.ofNullable(decision.points().get(criterion.id()))
                        .or(() -> unspoken(criterion, proposed));
        return points.filter(given -> isNews(given, proposed))
                .map(given -> decided(criterion, given, proposed))
                .or(() -> proposed.filter(grade -> !grade.abstained()))
                .orElseThrow(() -> new IllegalStateException("nothing was said of a criterion"));
    }

    /** A deduction that neither the machine nor the person speaks of does not apply. */
    private static Optional<Points> unspoken(
            Criterion criterion, Optional<CriterionGrade> proposed) {
        return proposed.filter(CriterionGrade::abstained)
                .filter(ignored -> criterion.isDeduction())
                .map(ignored -> Points.ZERO);
    }

    private static boolean isNews(Points given, Optional<CriterionGrade> proposed) {
        return !proposed.flatMap(grade -> grade.verdict().earned()).equals(Optional.of(given));
    }

    private static CriterionGrade decided(
            Criterion criterion, Points given, Optional<CriterionGrade> proposed) {
        Verdict verdict =
                Verdicts.decided(
                        criterion,
                        given,
                        proposed.map(grade -> grade.verdict().passages()).orElse(List.of()));
        return new CriterionGrade(
                criterion.id(),
                verdict,
                Verdicts.level(criterion, verdict),
                criterion.points(),
                REASON,
                1,
                proposed.map(CriterionGrade::claimedQuotes).orElse(0),
                proposed.map(CriterionGrade::foundQuotes).orElse(0));
    }
}
