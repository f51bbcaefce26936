package io.evenhand.grading.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.Samples;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Verdict;
import io.evenhand.guard.Flag;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReviewPoliciesTests {

    private static final ReviewSettings DEFAULTS = settings();

    @Test
    void nothingAsksForAPersonAtASureGrade() {
        assertThat(reasons(DEFAULTS, proposal(sure()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.59, true", "0.6, false", "0.61, false"})
    void lowConfidenceIsBelowTheThreshold(double confidence, boolean asks) {
        Proposal proposal = proposal(grade("6", confidence, GraderKind.LLM));

        assertThat(reasons(DEFAULTS, proposal).contains(ReviewReason.LOW_CONFIDENCE))
                .isEqualTo(asks);
    }

    @Test
    void theThresholdOfConfidenceIsASetting() {
        Proposal proposal = proposal(grade("6", 0.8, GraderKind.LLM));

        assertThat(reasons(settings("low-confidence", "0.81"), proposal))
                .containsExactly(ReviewReason.LOW_CONFIDENCE);
    }

    @ParameterizedTest
    @EnumSource
    void flagsAskUnlessTheyAreHarmless(Flag.Code code) {
        Proposal proposal = flagged(code);
        Set<Flag.Code> harmless =
                EnumSet.of(Flag.Code.BLANK_ANSWER, Flag.Code.WRONG_LANGUAGE, Flag.Code.PADDING);

        assertThat(reasons(DEFAULTS, proposal).contains(ReviewReason.FLAGGED))
                .isEqualTo(!harmless.contains(code));
    }

    @Test
    void whichFlagsAskIsASetting() {
        ReviewSettings padding = settings("flags", "PADDING");

        assertThat(reasons(padding, flagged(Flag.Code.PADDING)))
                .containsExactly(ReviewReason.FLAGGED);
        assertThat(reasons(padding, flagged(Flag.Code.HEDGING))).isEmpty();
    }

    @Test
    void aQuoteThatIsNotThereAsks() {
        CriterionGrade criterion = criterion(new Verdict.Met(Points.of(4), List.of()), 3, 2);

        assertThat(reasons(DEFAULTS, proposal(with(criterion))))
                .containsExactly(ReviewReason.UNVERIFIED_EVIDENCE);
        assertThat(
                        reasons(
                                DEFAULTS,
                                proposal(with(criterion(new Verdict.NotMet(Points.ZERO), 2, 2)))))
                .isEmpty();
    }

    @Test
    void abstentionAsks() {
        CriterionGrade criterion = criterion(new Verdict.CannotTell("why"), 0, 0);

        assertThat(reasons(DEFAULTS, proposal(with(criterion))))
                .containsExactly(ReviewReason.ABSTAINED);
    }

    @ParameterizedTest
    @CsvSource({"4.39, false", "4.40, true", "4.80, true", "5.20, true", "5.21, false"})
    void borderlineIsWithinFivePercentagePointsOfThePassMark(String score, boolean asks) {
        Proposal proposal = proposal(grade(score, 0.9, GraderKind.LLM), "60");

        assertThat(reasons(DEFAULTS, proposal).contains(ReviewReason.BORDERLINE)).isEqualTo(asks);
    }

    @Test
    void theBorderIsASetting() {
        Proposal proposal = proposal(grade("5.20", 0.9, GraderKind.LLM), "60");

        assertThat(reasons(settings("borderline", "4.9"), proposal)).isEmpty();
    }

    @Test
    void withoutAPassMarkThereIsNoBorder() {
        assertThat(reasons(settings("borderline", "100"), proposal(sure()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4.79, 4.80, true", "4.80, 8, false", "0, 4.79, false", "0, 8, true"})
    void aRangeThatHoldsThePassMarkIsBorderline(String least, String most, boolean asks) {
        Grade grade = ranged(least, most);

        assertThat(reasons(settings("borderline", "0"), proposal(grade, "60")))
                .isEqualTo(asks ? List.of(ReviewReason.BORDERLINE) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"0.89, false", "0.88, false", "0.87, true", "0.8, true"})
    void gradersThatAreFarApartAsk(double secondOpinion, boolean asks) {
        Proposal proposal = proposal(opposed(OptionalDouble.of(secondOpinion)));

        assertThat(reasons(DEFAULTS, proposal))
                .isEqualTo(asks ? List.of(ReviewReason.GRADERS_DISAGREE) : List.of());
        assertThat(reasons(settings("disagreement", "1"), proposal)).isEmpty();
    }

    @Test
    void aSecondOpinionThatCameTooLateContradictsNobody() {
        assertThat(reasons(DEFAULTS, proposal(opposed(OptionalDouble.empty())))).isEmpty();
    }

    @Test
    void theSampleIsOffUnlessItIsSet() {
        assertThat(sampled(DEFAULTS)).isZero();
        assertThat(sampled(settings("sample", "1"))).isEqualTo(2_000);
    }

    @Test
    void aSampleIsAboutAsLargeAsItIsSet() {
        assertThat(sampled(settings("sample", "0.1"))).isCloseTo(200, within(60));
    }

    @Test
    void whetherAGradingIsSampledDependsOnItsIdAlone() {
        ReviewSettings half = settings("sample", "0.5");

        IntStream.range(0, 50)
                .forEach(
                        i ->
                                assertThat(reasons(half, proposal(i, sure())))
                                        .isEqualTo(
                                                reasons(
                                                        half,
                                                        proposal(
                                                                i,
                                                                grade("1", 0.7, GraderKind.LLM)))));
    }

    @Test
    void whatARuleDecidedNeedsNoPerson() {
        ReviewSettings all = settings("sample", "1", "borderline", "100", "low-confidence", "1");

        assertThat(reasons(all, proposal(grade("4.8", 0.5, GraderKind.RULE), "60"))).isEmpty();
    }

    @Test
    void everyReasonIsNamed() {
        Grade grade =
                withCriterion(
                        grade("4.8", 0.5, GraderKind.SEMANTIC),
                        criterion(new Verdict.CannotTell("why"), 2, 1));
        Proposal proposal =
                new Proposal(
                        new GradingId("id"),
                        grade,
                        List.of(Samples.flag(Flag.Code.HEDGING)),
                        Optional.of(new BigDecimal("60")));

        assertThat(reasons(settings("sample", "1"), proposal))
                .containsExactly(
                        ReviewReason.LOW_CONFIDENCE,
                        ReviewReason.FLAGGED,
                        ReviewReason.UNVERIFIED_EVIDENCE,
                        ReviewReason.ABSTAINED,
                        ReviewReason.BORDERLINE,
                        ReviewReason.SAMPLED);
    }

    private static ReviewSettings settings(String... namesAndValues) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            source.put("evenhand.grading.review." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(source).bindOrCreate("evenhand.grading.review", ReviewSettings.class);
    }

    private static List<ReviewReason> reasons(ReviewSettings settings, Proposal proposal) {
        return new ReviewPolicies(settings).reasons(proposal);
    }

    private static int sampled(ReviewSettings settings) {
        ReviewPolicies policies = new ReviewPolicies(settings);
        return (int)
                IntStream.range(0, 2_000)
                        .filter(i -> !policies.reasons(proposal(i, sure())).isEmpty())
                        .count();
    }

    private static Proposal proposal(Grade grade) {
        return proposal(0, grade);
    }

    private static Proposal proposal(int id, Grade grade) {
        return new Proposal(new GradingId("id-" + id), grade, List.of(), Optional.empty());
    }

    private static Proposal proposal(Grade grade, String passMark) {
        return new Proposal(
                new GradingId("id"), grade, List.of(), Optional.of(new BigDecimal(passMark)));
    }

    private static Proposal flagged(Flag.Code... codes) {
        List<Flag> flags = Arrays.stream(codes).map(Samples::flag).toList();
        return new Proposal(new GradingId("id"), sure(), flags, Optional.empty());
    }

    private static Grade sure() {
        return grade("8", 0.9, GraderKind.LLM);
    }

    private static Grade grade(String score, double confidence, GraderKind kind) {
        Grade sample = Samples.byModel();
        return new Grade(
                Points.of(score),
                sample.maxScore(),
                new ScoreRange(Points.of(score), Points.of(score)),
                List.of(criterion(new Verdict.NotMet(Points.ZERO), 0, 0)),
                sample.feedback(),
                List.of(),
                confidence,
                sample.confidenceBasis(),
                Provenance.withoutModel(kind, Samples.HASH, Optional.empty(), 0),
                sample.usage(),
                List.of());
    }

    private static Grade ranged(String least, String most) {
        return changed(new ScoreRange(Points.of(least), Points.of(most)), sure().confidenceBasis());
    }

    private static Grade opposed(OptionalDouble secondOpinion) {
        ConfidenceBasis basis =
                new ConfidenceBasis(1, 1, secondOpinion, 1, 1, 1, OptionalDouble.empty());
        return changed(sure().scoreRange(), basis);
    }

    private static Grade changed(ScoreRange range, ConfidenceBasis basis) {
        Grade grade = sure();
        return new Grade(
                grade.score(),
                grade.maxScore(),
                range,
                grade.criteria(),
                grade.feedback(),
                List.of(),
                grade.confidence(),
                basis,
                grade.grader(),
                grade.usage(),
                List.of());
    }

    private static Grade with(CriterionGrade criterion) {
        return withCriterion(sure(), criterion);
    }

    private static Grade withCriterion(Grade grade, CriterionGrade criterion) {
        return new Grade(
                grade.score(),
                grade.maxScore(),
                grade.scoreRange(),
                List.of(criterion),
                grade.feedback(),
                List.of(),
                grade.confidence(),
                grade.confidenceBasis(),
                grade.grader(),
                grade.usage(),
                List.of());
    }

    private static CriterionGrade criterion(Verdict verdict, int claimed, int found) {
        return new CriterionGrade(
                "c", verdict, Optional.empty(), Points.of(4), "r", 0.9, claimed, found);
    }
}
