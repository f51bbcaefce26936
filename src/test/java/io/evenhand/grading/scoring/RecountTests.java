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
    void nothingMakesAGradeSurerThanItWas() {
        Grade machine = grade(byModel(), partly("2"), partly("3"), unclear());

        assertThat(recount(machine, .5).confidence()).isEqualTo(machine.confidence());
    }

    private static Grade recount(Grade grade, double expected) {
        return new Recount(RUBRIC).of(grade, new Calibrated(8, grade.share(), expected, .2));
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
        return grade(
                Provenance.withoutModel(
                        GraderKind.SEMANTIC, Samples.HASH, Optional.of(FallbackReason.DEADLINE), 0),
                verdicts);
    }

    private static Grade grade(Provenance grader, Verdict... verdicts) {
        List<CriterionGrade> criteria =
                java.util.stream.IntStream.range(0, verdicts.length)
                        .mapToObj(i -> grade(RUBRIC.criteria().get(i), verdicts[i]))
                        .toList();
        Points score =
                new Scoring(RUBRIC)
                        .score(criteria.stream().map(c -> c.verdict().earned()).toList());
        ConfidenceBasis basis =
                new ConfidenceBasis(.8, 1, OptionalDouble.empty(), 1, 1, 1, OptionalDouble.empty());
        return new Grade(
                score,
                RUBRIC.maxScore(),
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
