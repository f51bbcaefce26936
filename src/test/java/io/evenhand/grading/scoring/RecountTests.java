package io.evenhand.grading.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.grading.Calibrated;
import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.Samples;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Usage;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecountTests {

    private static final List<Evidence> SHOWN = List.of(new Evidence("noise", 0, 5));

    private static final Rubric RUBRIC =
            new Rubric(
                    List.of(
                            Criterion.of("a", "Says a", Points.of(4)),
                            Criterion.of("b", "Says b", Points.of(6)),
                            Criterion.of("c", "Is false", Points.of(-2))));

    /** The first is required: without it, no more than 3 of 10. */
    private static final Rubric REQUIRED =
            new Rubric(
                    List.of(
                            new Criterion(
                                    "a",
                                    "Says a",
                                    Points.of(4),
                                    List.of(),
                                    false,
                                    Optional.of(Points.of(3))),
                            Criterion.of("b", "Says b", Points.of(6))));

    @Test
    void aProvisionalGradeAddsUpToWhatIsExpected() {
        Grade moved = recount(semantic(partly("2"), partly("3"), unclear()), .7);

        assertThat(moved.score()).isEqualTo(Points.of(7));
        assertThat(points(moved)).containsExactly("2.80", "4.20", "-");
        assertThat(moved.grader().calibrated().orElseThrow().reviews()).isEqualTo(8);
    }

    @Test
    void noCriterionLeavesItsScale() {
        Grade up = recount(semantic(partly("3.80"), partly("3"), unclear()), .9);
        Grade down = recount(semantic(nothing("0.10"), partly("3"), unclear()), .05);

        assertThat(points(up)).containsExactly("4.00", "5.00", "-");
        assertThat(points(down)).containsExactly("0.00", "0.50", "-");
    }

    @Test
    void whatHasNoEvidenceIsNotLiftedToWhereItNeedsSome() {
        Grade moved = recount(semantic(nothing("0.20"), partly("3"), unclear()), .7);

        assertThat(points(moved)).containsExactly("1.39", "5.61", "-");
        assertThat(moved.criteria().getFirst().verdict()).isInstanceOf(Verdict.NotMet.class);
    }

    @Test
    void verdictsFollowTheirPointsAndSaySo() {
        Grade moved = recount(semantic(partly("2"), partly("3"), unclear()), .9);

        assertThat(moved.criteria().get(0).verdict()).isInstanceOf(Verdict.Met.class);
        assertThat(moved.criteria().get(0).reason()).contains("8 other answers");
        assertThat(moved.criteria().get(2).verdict()).isInstanceOf(Verdict.CannotTell.class);
        assertThat(recount(semantic(partly("2"), partly("3"), unclear()), .55).criteria())
                .allMatch(c -> c.reason().equals("r"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "4, 6, 0",
        "0, 6, .5",
        "1.33, 2.71, .333",
        "3.99, 0.01, .123",
        "2, 2, .999",
        "0.07, 5.5, .75"
    })
    void addsUpWhateverIsExpected(double a, double b, double expected) {
        Grade moved =
                recount(
                        semantic(partly(Double.toString(a)), partly(Double.toString(b)), unclear()),
                        expected);

        assertThat(moved.share()).isCloseTo(expected, within(.0011));
        assertThat(moved.scoreRange().min()).isLessThanOrEqualTo(moved.score());
        assertThat(moved.scoreRange().max()).isGreaterThanOrEqualTo(moved.score());
    }

    @Test
    void aModelsPointsStayWhereTheyAre() {
        Grade machine = grade(byModel(), partly("2"), partly("3"), unclear());
        Grade told = recount(machine, .9);

        assertThat(told.criteria()).isEqualTo(machine.criteria());
        assertThat(told.score()).isEqualTo(Points.of(5));
        assertThat(told.scoreRange()).isEqualTo(new ScoreRange(Points.of("5"), Points.of("10")));
        assertThat(told.confidenceBasis().calibration()).hasValue(.6);
        assertThat(told.confidence()).isEqualTo(.48);
    }

    @Test
    void aLiftedCriterionThatStaysNotMetCapsStill() {
        Grade machine = required(REQUIRED, nothing("0.20"), partly("2"));
        Grade moved = recount(REQUIRED, machine, .5);

        assertThat(machine.score()).isEqualTo(Points.of("2.20"));
        assertThat(moved.criteria().getFirst().verdict()).isInstanceOf(Verdict.NotMet.class);
        assertThat(moved.score()).isEqualTo(Points.of(3));
        assertThat(points(moved)).containsExactly("0.52", "2.48");
    }

    @Test
    void whereTheCapHoldsAlreadyNothingIsMoved() {
        Grade machine = required(REQUIRED, nothing("0.20"), partly("3.90"));

        assertThat(machine.score()).isEqualTo(Points.of(3));
        assertThat(recount(REQUIRED, machine, .9).criteria()).isEqualTo(machine.criteria());
    }

    @Test
    void aCriterionThatFallsToNotMetCaps() {
        Grade moved = recount(REQUIRED, required(REQUIRED, partly("1.5"), partly("5")), .3);

        assertThat(points(moved).getFirst()).isEqualTo("1.39");
        assertThat(moved.score()).isEqualTo(Points.of(3));
    }

    @Test
    void theNearerSideOfACapIsTaken() {
        Grade machine = required(REQUIRED, partly("1.5"), partly("5"));

        assertThat(recount(REQUIRED, machine, .4).score()).isEqualTo(Points.of(3));
        assertThat(recount(REQUIRED, machine, .6).score())
                .isBetween(Points.of(6), Points.of("6.5"));
    }

    @Test
    void aLowestLevelThatCapsIsNotLifted() {
        Rubric levels =
                new Rubric(
                        List.of(
                                REQUIRED.criteria()
                                        .getFirst()
                                        .withLevels(
                                                List.of(
                                                        new Level("low", Points.ZERO),
                                                        new Level("top", Points.of(4)))),
                                REQUIRED.criteria().getLast()));
        Grade moved = recount(levels, required(levels, nothing("0"), partly("2")), .5);

        assertThat(points(moved).getFirst()).isEqualTo("0.00");
        assertThat(moved.score()).isEqualTo(Points.of(3));
    }

    @Test
    void aModelsRangeIsNeverNarrowed() {
        Grade machine = grade(byModel(), partly("2"), unclear(), unclear());
        Grade open = withRange(machine, new Scoring(RUBRIC).range(verdicts(machine)));
        Grade told = recount(open, .3);

        assertThat(open.scoreRange()).isEqualTo(new ScoreRange(Points.ZERO, Points.of(8)));
        assertThat(told.scoreRange()).isEqualTo(new ScoreRange(Points.ZERO, Points.of(8)));
        assertThat(recount(open, .9).scoreRange())
                .isEqualTo(new ScoreRange(Points.ZERO, Points.of(10)));
    }

    @Test
    void aProvisionalRangeIsThatOfTheReviews() {
        Rubric two = new Rubric(RUBRIC.criteria().subList(0, 2));
        Grade wide =
                withRange(
                        grade(two, byFallback(), partly("2"), partly("3")),
                        new ScoreRange(Points.ZERO, Points.of(10)));

        assertThat(recount(two, wide, .5).scoreRange())
                .isEqualTo(new ScoreRange(Points.of("2.44"), Points.of("7.56")));
    }

    @Test
    void whatCouldNotBeToldStaysOpen() {
        Grade deduction = recount(semantic(partly("2"), partly("3"), unclear()), .5);
        Grade criterion = recount(semantic(partly("2"), unclear(), nothing("0")), .3);

        assertThat(deduction.scoreRange())
                .isEqualTo(new ScoreRange(Points.of("0.44"), Points.of("7.56")));
        assertThat(criterion.scoreRange())
                .isEqualTo(new ScoreRange(Points.of("0.44"), Points.of(10)));
    }

    @Test
    void nothingMakesAGradeSurerThanItWas() {
        Grade machine = grade(byModel(), partly("2"), partly("3"), unclear());

        assertThat(recount(machine, .5).confidence()).isEqualTo(machine.confidence());
    }

    private static Grade recount(Grade grade, double expected) {
        return recount(RUBRIC, grade, expected);
    }

    private static Grade recount(Rubric rubric, Grade grade, double expected) {
        return new Recount(rubric).of(grade, new Calibrated(8, grade.share(), expected, .2));
    }

    private static Grade required(Rubric rubric, Verdict... verdicts) {
        return grade(rubric, byFallback(), verdicts);
    }

    private static List<Verdict> verdicts(Grade grade) {
        return grade.criteria().stream().map(CriterionGrade::verdict).toList();
    }

    private static Grade withRange(Grade grade, ScoreRange range) {
        return new Grade(
                grade.score(),
                grade.maxScore(),
                range,
                grade.criteria(),
                grade.feedback(),
                grade.followUpQuestions(),
                grade.confidence(),
                grade.confidenceBasis(),
                grade.grader(),
                grade.usage(),
                grade.reviewReasons());
    }

    private static List<String> points(Grade grade) {
        return grade.criteria().stream()
                .map(c -> c.verdict().earned().map(Points::toString).orElse("-"))
                .toList();
    }

    private static Verdict partly(String points) {
        return new Verdict.Partly(Points.of(points), SHOWN);
    }

    private static Verdict nothing(String points) {
        return new Verdict.NotMet(Points.of(points));
    }

    private static Verdict unclear() {
        return new Verdict.CannotTell("Unclear.");
    }

    private static Provenance byModel() {
        return Provenance.withoutModel(GraderKind.LLM, Samples.HASH, Optional.empty(), 1);
    }

    private static Grade semantic(Verdict... verdicts) {
        return grade(byFallback(), verdicts);
    }

    private static Provenance byFallback() {
        return Provenance.withoutModel(
                GraderKind.SEMANTIC, Samples.HASH, Optional.of(FallbackReason.DEADLINE), 0);
    }

    private static Grade grade(Provenance grader, Verdict... verdicts) {
        return grade(RUBRIC, grader, verdicts);
    }

    private static Grade grade(Rubric rubric, Provenance grader, Verdict... verdicts) {
        List<CriterionGrade> criteria =
                java.util.stream.IntStream.range(0, verdicts.length)
                        .mapToObj(i -> grade(rubric.criteria().get(i), verdicts[i]))
                        .toList();
        Points score =
                new Scoring(rubric).score(criteria.stream().map(CriterionGrade::verdict).toList());
        ConfidenceBasis basis =
                new ConfidenceBasis(.8, 1, OptionalDouble.empty(), 1, 1, 1, OptionalDouble.empty());
        return new Grade(
                score,
                rubric.maxScore(),
                new ScoreRange(score, score),
                criteria,
                Feedback.NONE,
                List.of(),
                .8,
                basis,
                grader,
                Usage.NONE,
                List.of());
    }

    private static CriterionGrade grade(Criterion criterion, Verdict verdict) {
        return new CriterionGrade(
                criterion.id(), verdict, Optional.empty(), criterion.points(), "r", .8, 1, 1);
    }
}
