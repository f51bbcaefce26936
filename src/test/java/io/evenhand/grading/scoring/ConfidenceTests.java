package io.evenhand.grading.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.grading.Claim;
import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.grading.Usage;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Points;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ConfidenceTests {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Property
    void everyFactorLowersOnly(
            @ForAll @DoubleRange(max = 1) double judge,
            @ForAll @IntRange(max = 9) int claimed,
            @ForAll @IntRange(max = 9) int found,
            @ForAll boolean abstained,
            @ForAll @DoubleRange(max = 1) double share,
            @ForAll @DoubleRange(max = 1) double second,
            @ForAll @IntRange(max = 5) int repairs) {
        List<CriterionGrade> criteria =
                List.of(
                        criterion("4", judge, claimed, Math.min(found, claimed), abstained),
                        criterion("-2", judge, 0, 0, false));
        ConfidenceBasis basis =
                Confidence.of(criteria, share, OptionalDouble.of(second), effort(repairs));

        assertThat(basis.product()).isBetween(0.0, basis.judge());
        assertThat(
                        List.of(
                                basis.evidence(),
                                basis.secondOpinion().orElseThrow(),
                                basis.repairs(),
                                basis.abstention(),
                                basis.middle()))
                .allSatisfy(factor -> assertThat(factor).isBetween(0.0, 1.0));
        assertThat(basis.judge()).isCloseTo(judge, within(0.005_001));
    }

    @Example
    void nothingLowersAPerfectGrade() {
        assertThat(of(List.of(criterion("4", 1, 2, 2, false)), 1, NONE, 0).product()).isEqualTo(1);
    }

    @Example
    void eachFactorIsAsDocumented() {
        List<CriterionGrade> three = List.of(criterion("4", 1, 4, 3, false));

        assertThat(of(three, 1, NONE, 0).evidence()).isEqualTo(0.88);
        assertThat(of(three, 1, OptionalDouble.of(0), 0).secondOpinion()).hasValue(0.8);
        assertThat(of(three, 1, OptionalDouble.of(1), 0).secondOpinion()).hasValue(1);
        assertThat(of(three, 1, NONE, 0).secondOpinion()).isEmpty();
        assertThat(of(three, 1, NONE, 2).repairs()).isEqualTo(0.81);
        assertThat(of(three, 0.5, NONE, 0).middle()).isEqualTo(0.9);
        assertThat(of(three, 0, NONE, 0).middle()).isEqualTo(1);
        assertThat(of(List.of(criterion("4", 1, 0, 0, true)), 1, NONE, 0).abstention())
                .isEqualTo(0.5);
    }

    @Example
    void criteriaWeighAsTheirPointsDo() {
        List<CriterionGrade> criteria =
                List.of(criterion("6", 1, 0, 0, false), criterion("-2", 0.5, 0, 0, true));

        assertThat(of(criteria, 1, NONE, 0).judge()).isEqualTo(0.88);
        assertThat(of(criteria, 1, NONE, 0).abstention()).isEqualTo(0.88);
    }

    @Example
    void probabilitiesOfTokensAreAveragedIn() {
        assertThat(ofCriterion(0.9, OptionalDouble.of(0.5))).isCloseTo(0.7, within(1e-9));
        assertThat(ofCriterion(0.9, NONE)).isEqualTo(0.9);
    }

    @Example
    void whatGradersSayIsKeptWithinBounds() {
        assertThat(ofCriterion(95, NONE)).isEqualTo(1);
        assertThat(ofCriterion(-1, NONE)).isZero();
        assertThat(ofCriterion(Double.NaN, NONE)).isZero();
        assertThat(ofCriterion(1, OptionalDouble.of(1.000_01))).isEqualTo(1);
    }

    private static double ofCriterion(double said, OptionalDouble probability) {
        return Confidence.ofCriterion(
                new CriterionJudgement("c", new Claim.Met(), "r", List.of(), said, probability));
    }

    private static ConfidenceBasis of(
            List<CriterionGrade> criteria, double share, OptionalDouble second, int repairs) {
        return Confidence.of(criteria, share, second, effort(repairs));
    }

    private static Effort effort(int repairs) {
        return new Effort(1 + repairs, repairs, Usage.NONE);
    }

    private static CriterionGrade criterion(
            String points, double confidence, int claimed, int found, boolean abstained) {
        Verdict verdict =
                abstained ? new Verdict.CannotTell("why") : new Verdict.NotMet(Points.ZERO);
        return new CriterionGrade(
                "c", verdict, Optional.empty(), Points.of(points), "r", confidence, claimed, found);
    }
}
