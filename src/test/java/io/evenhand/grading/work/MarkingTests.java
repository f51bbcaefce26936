package io.evenhand.grading.work;

import static io.evenhand.guard.Flag.Code.INJECTION_SUSPECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.Samples;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Submission;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.review.ReviewSettings;
import io.evenhand.guard.Flag;
import io.evenhand.question.ExactAnswers;
import io.evenhand.question.Option;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class MarkingTests {

    private static final String ANSWER = "It memorises the noise. The gap grows.";

    private final Office office =
            new Office(
                    new ReviewSettings(
                            0.6, BigDecimal.ZERO, 1, 0, Set.of(Flag.Code.BLANK_ANSWER), 1));

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "\u200B\u2060\u00AD", "\u3164"})
    void aBlankAnswerIsGradedByRule(String answer) {
        Grading graded = office.grade(answer);

        assertThat(graded.flags()).extracting(Flag::code).containsExactly(Flag.Code.BLANK_ANSWER);
        assertThat(graded.flags().getFirst().end()).isEqualTo(answer.length());
        assertThat(grade(graded).score()).isEqualTo(Points.ZERO);
        assertThat(grade(graded).grader().kind()).isEqualTo(GraderKind.RULE);
        assertThat(grade(graded).criteria()).hasSize(3);
        assertThat(office.model.calls() + office.fallback.calls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'a', met, 5.00", "' a ', met, 5.00", "'a,b', not_met, 0.00", "'b', not_met, 0.00"})
    void aChoiceIsGradedByRule(String answer, String verdict, String score) {
        Grading graded = office.grade(Office.order(choice(answer)));

        assertThat(graded.status()).isEqualTo(GradingStatus.GRADED);
        assertThat(grade(graded).score()).isEqualTo(Points.of(score));
        assertThat(grade(graded).criteria().getFirst().verdict().label()).isEqualTo(verdict);
        assertThat(grade(graded).criteria().getFirst().verdict().passages())
                .allMatch(e -> answer.substring(e.start(), e.end()).equals(e.quote()));
        assertThat(office.model.calls() + office.fallback.calls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"' 42.', met, 5.00", "4\u200B2, met, 5.00", "43, not_met, 0.00"})
    void anExactAnswerIsGradedByRuleWithTheWholeAnswerAsEvidence(
            String answer, String verdict, String score) {
        Grading graded = office.grade(Office.order(exact(answer, "42")));

        Grade grade = grade(graded);
        assertThat(verdicts(graded)).containsExactly(verdict);
        assertThat(grade.score()).isEqualTo(Points.of(score));
        assertThat(grade.grader().kind()).isEqualTo(GraderKind.RULE);
        assertThat(graded.status()).isEqualTo(GradingStatus.GRADED);
        assertThat(graded.flags()).isEmpty();
        assertThat(grade.criteria().getFirst().verdict().passages())
                .extracting(Evidence::quote)
                .isEqualTo(verdict.equals("met") ? List.of(answer.strip()) : List.of());
    }

    @Test
    void anExactAnswerIsReadWithoutMasks() {
        String phone = "+44 20 7946 0958";

        Grading graded = office.grade(Office.order(exact(phone, phone)));

        assertThat(verdicts(graded)).containsExactly("met");
    }

    @Test
    void anExactAnswerThatIsMarkupIsReadAsItWasSent() {
        Grading graded = office.grade(Office.order(exact("<br>", "<BR>")));

        assertThat(verdicts(graded)).containsExactly("met");
    }

    @Test
    void aQuoteThatTheAnswerDoesNotHoldTakesTheVerdictItsStanding() {
        judged(
                says("noise", new Claim.Met(), "forgets everything"),
                says("gap", new Claim.AtLevel("explained"), "The gap grows"),
                says("false", new Claim.NotMet()));

        Grading graded = office.grade(ANSWER);

        assertThat(graded.status()).isEqualTo(GradingStatus.NEEDS_REVIEW);
        assertThat(grade(graded).reviewReasons())
                .contains(ReviewReason.UNVERIFIED_EVIDENCE, ReviewReason.ABSTAINED);
        assertThat(verdicts(graded)).containsExactly("cannot_tell", "met", "not_met");
        assertThat(grade(graded).score()).isEqualTo(Points.of(4));
        assertThat(grade(graded).scoreRange())
                .isEqualTo(new ScoreRange(Points.of(4), Points.of(8)));
    }

    @Test
    void whatTheGraderLeftOutCannotBeTold() {
        judged(says("noise", new Claim.Met(), "memorises the noise"));

        Grading graded = office.grade(ANSWER);

        assertThat(verdicts(graded)).containsExactly("met", "cannot_tell", "cannot_tell");
        assertThat(grade(graded).scoreRange())
                .isEqualTo(new ScoreRange(Points.of(2), Points.of(8)));
    }

    @Test
    void criteriaThatTheRubricDoesNotHaveAreIgnoredAndOfTwoTheFirstCounts() {
        judged(
                says("noise", new Claim.NotMet()),
                says("noise", new Claim.Met(), "memorises the noise"),
                says("invented", new Claim.Met(), "memorises the noise"),
                says("gap", new Claim.AtLevel("named"), "The gap grows"),
                says("false", new Claim.NotMet()));

        Grading graded = office.grade(ANSWER);

        assertThat(verdicts(graded)).containsExactly("not_met", "partly", "not_met");
        assertThat(grade(graded).score()).isEqualTo(Points.of("1.5"));
        assertThat(grade(graded).criteria())
                .extracting(CriterionGrade::level)
                .containsExactly(Optional.empty(), Optional.of("named"), Optional.empty());
    }

    @Test
    void aGraderThatCanTellNothingMakesNoGrade() {
        judged(
                says("noise", new Claim.CannotTell()),
                says("gap", new Claim.AtLevel("no such level"), "The gap grows"),
                says("false", new Claim.Met(), "not in the answer"));

        Grading ungraded = office.grade(ANSWER);

        assertThat(ungraded.status()).isEqualTo(GradingStatus.UNGRADED);
        assertThat(ungraded.grade()).isEmpty();
        assertThat(ungraded.noGrade()).map(NoGrade::reason).contains(UngradedReason.ALL_ABSTAINED);
        assertThat(ungraded.retryAt()).isEmpty();
    }

    @Test
    void anUnsureGradeGoesToAPerson() {
        office.model.will(
                ignored ->
                        Mono.just(
                                outcome(List.of(unsure("noise"), unsure("gap"), unsure("false")))));

        assertThat(grade(office.grade(ANSWER)).reviewReasons())
                .containsExactly(ReviewReason.LOW_CONFIDENCE);
    }

    @Test
    void theGraderSeesNeitherHiddenCharactersNorNames() {
        AtomicReference<Assignment> seen = new AtomicReference<>();
        office.model.will(
                assignment -> {
                    seen.set(assignment);
                    return Mono.just(
                            outcome(
                                    List.of(
                                            says(
                                                    "noise",
                                                    new Claim.Met(),
                                                    "memorises the noise"))));
                });
        String answer = "Jane Doe: it memo\u200Brises the noise.";

        Grading graded = office.grade(answer);

        assertThat(seen.get().answer()).contains("memorises").doesNotContain("Jane");
        assertThat(grade(graded).criteria().getFirst().verdict().passages())
                .singleElement()
                .satisfies(e -> assertThat(e.quote()).isEqualTo("memo\u200Brises the noise"))
                .satisfies(
                        e -> assertThat(answer.substring(e.start(), e.end())).isEqualTo(e.quote()));
    }

    @Test
    void aJudgeThatIsSpokenToAddsAFlagAndChangesNoPoint() {
        List<CriterionJudgement> criteria =
                List.of(
                        says("noise", new Claim.Met(), "memorises the noise"),
                        says("gap", new Claim.AtLevel("explained"), "The gap grows"),
                        says("false", new Claim.NotMet()));
        office.model.will(ignored -> Mono.just(outcome(criteria, true)));
        Grading spokenTo = office.grade(ANSWER);
        office.model.will(ignored -> Mono.just(outcome(criteria, false)));
        Grading plain = office.grade(ANSWER);

        assertThat(spokenTo.flags())
                .singleElement()
                .satisfies(flag -> assertThat(flag.code()).isEqualTo(INJECTION_SUSPECTED))
                .satisfies(flag -> assertThat(flag.end()).isEqualTo(ANSWER.length()));
        assertThat(plain.flags()).isEmpty();
        assertThat(grade(spokenTo).score()).isEqualTo(grade(plain).score());
        assertThat(grade(spokenTo).confidence()).isEqualTo(grade(plain).confidence());
    }

    @Test
    void theJudgesWordAddsNothingToWhatADetectorSaw() {
        Flag seen = new Flag(INJECTION_SUSPECTED, "Seen.", 3, 9);
        Judgement judgement = judgement(List.of(), true);

        assertThat(SecondLine.after(List.of(seen), judgement, ANSWER)).containsExactly(seen);
    }

    private void judged(CriterionJudgement... criteria) {
        office.model.will(ignored -> Mono.just(outcome(List.of(criteria))));
    }

    private static Outcome outcome(List<CriterionJudgement> criteria) {
        return outcome(criteria, false);
    }

    private static Outcome outcome(List<CriterionJudgement> criteria, boolean addressesGrader) {
        return new Outcome.Judged(judgement(criteria, addressesGrader), Effort.NONE);
    }

    private static Judgement judgement(List<CriterionJudgement> criteria, boolean addressesGrader) {
        return new Judgement(
                Optional.of("m"),
                Optional.of("grade/2"),
                Optional.empty(),
                criteria,
                Feedback.NONE,
                List.of(),
                Optional.empty(),
                addressesGrader);
    }

    private static CriterionJudgement says(String id, Claim claim, String... quotes) {
        return new CriterionJudgement(
                id, claim, "r", List.of(quotes), 0.95, OptionalDouble.empty());
    }

    private static CriterionJudgement unsure(String id) {
        return new CriterionJudgement(
                id, new Claim.NotMet(), "r", List.of(), 0.5, OptionalDouble.empty());
    }

    private static Submission choice(String answer) {
        Question question =
                new Question(
                        Optional.empty(),
                        "Which?",
                        QuestionKind.MULTIPLE_CHOICE,
                        List.of(),
                        Optional.empty(),
                        Points.of(5),
                        Optional.empty(),
                        List.of(new Option("a", "A", true), new Option("b", "B", false)),
                        false);
        return Samples.submission(answer).with(question);
    }

    private static Submission exact(String answer, String right) {
        Question question =
                new Question(
                        Optional.empty(),
                        "How much?",
                        QuestionKind.TECHNICAL,
                        List.of(),
                        Optional.empty(),
                        Points.of(5),
                        Optional.empty(),
                        List.of(),
                        false,
                        List.of(),
                        Optional.of(new ExactAnswers(List.of(right), Optional.empty())));
        return Samples.submission(answer).with(question);
    }

    private static List<String> verdicts(Grading grading) {
        return grade(grading).criteria().stream().map(c -> c.verdict().label()).toList();
    }

    private static Grade grade(Grading grading) {
        return grading.grade().orElseThrow();
    }
}
