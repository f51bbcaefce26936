package io.evenhand.interviews.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Mark;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.ScoreRange;
import io.evenhand.interviews.Interview.Item;
import io.evenhand.question.Entry;
import io.evenhand.question.Points;
import io.evenhand.question.Profile;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionLevel;
import io.evenhand.question.QuestionStatus;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CandidateResultTests {

    private static final BigDecimal PASS = new BigDecimal(60);

    @Test
    void theTotalIsWeightedAndCountsSharesAndNotPoints() {
        CandidateResult result = of(scored("a", 1, 10, 10), scored("b", 3, 1, 2));

        assertThat(result.total().percentage()).contains(new BigDecimal("62.5"));
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.certain()).isTrue();
    }

    @Test
    void roundsOnceAndTheShownFigureDecides() {
        CandidateResult result = of(scored("a", 1, "599.6", "1000"));
        CandidateResult thirds =
                of(scored("a", 1, 1, 3), scored("b", 1, 1, 3), scored("c", 1, 1, 3));

        assertThat(result.total().percentage()).contains(new BigDecimal("60.0"));
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(thirds.total().percentage()).contains(new BigDecimal("33.3"));
    }

    @Test
    void anUnansweredQuestionIsLeftOutOfThePercentageAndWidensTheRange() {
        CandidateResult result = of(scored("a", 1, 8, 10), unanswered("b", 1));

        assertThat(result.total().percentage()).contains(new BigDecimal("80.0"));
        assertThat(result.total().least()).isEqualTo("40.0");
        assertThat(result.total().most()).isEqualTo("90.0");
        assertThat(result.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(result.certain()).isFalse();
        assertThat(result.toCome()).extracting(q -> q.item().questionId()).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource(
            value = GradingStatus.class,
            names = {"QUEUED", "GRADING", "UNGRADED", "PROVISIONAL"})
    void whatHasNoUsableGradeKeepsTheOutcomeOpenHoweverGoodTheRest(GradingStatus status) {
        CandidateResult result =
                of(scored("a", 1, 10, 10), question("b", 1, status, Optional.empty()));

        assertThat(result.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(result.total().percentage()).contains(new BigDecimal("100.0"));
        assertThat(result.total().least()).isEqualTo("50.0");
    }

    @Test
    void aProvisionalGradeCountsInThePercentageAndIsNamed() {
        CandidateResult result =
                of(
                        scored("a", 1, 10, 10),
                        question(
                                "b",
                                1,
                                GradingStatus.PROVISIONAL,
                                Optional.of(score(0, 10, 0, 6))));

        assertThat(result.total().percentage()).contains(new BigDecimal("50.0"));
        assertThat(result.total().most()).isEqualTo("80.0");
        assertThat(result.total().provisional()).isEqualTo(1);
        assertThat(result.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(result.toCome())
                .extracting(QuestionResult::standing)
                .containsExactly(QuestionResult.Standing.PROVISIONAL);
    }

    @Test
    void withoutAnyScoreThereIsNoPercentage() {
        CandidateResult result = of(unanswered("a", 1));

        assertThat(result.total().percentage()).isEmpty();
        assertThat(result.total().least()).isEqualTo("0.0");
        assertThat(result.total().most()).isEqualTo("100.0");
        assertThat(result.outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void anOutcomeThatAReviewMayTurnIsNotCertain() {
        QuestionResult unsure =
                question("a", 1, GradingStatus.NEEDS_REVIEW, Optional.of(score(7, 10, 5, 9)));
        QuestionResult flagged =
                question("a", 1, GradingStatus.NEEDS_REVIEW, Optional.of(score(7, 10, 7, 7)));
        QuestionResult decided =
                question("a", 1, GradingStatus.REVIEWED, Optional.of(score(5, 10, 5, 5)));

        assertThat(of(unsure).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(of(unsure).certain()).isFalse();
        assertThat(of(unsure).toReview()).hasSize(1);
        assertThat(of(flagged).certain()).isFalse();
        assertThat(of(decided).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(of(decided).certain()).isTrue();
        assertThat(of(decided).toReview()).isEmpty();
    }

    @Test
    void aSkillIsCountedOverAllQuestionsThatAskForIt() {
        CandidateResult result =
                of(
                        skilled(scored("a", 1, 10, 10), "sql", "joins"),
                        skilled(scored("b", 3, 0, 10), "sql"),
                        skilled(unanswered("c", 1), "python"));

        assertThat(result.skills())
                .extracting(s -> s.skill() + " " + s.tally().questions())
                .containsExactly("joins 1", "python 1", "sql 2");
        assertThat(result.skills())
                .extracting(s -> s.tally().percentage())
                .containsExactly(
                        Optional.of(new BigDecimal("100.0")),
                        Optional.empty(),
                        Optional.of(new BigDecimal("25.0")));
    }

    @Test
    void theLevelReachedIsTheHighestThatPassesAloneAndWithAllBelow() {
        QuestionResult basic = leveled(scored("a", 1, 10, 10), QuestionLevel.BASIC);
        QuestionResult middling = leveled(scored("b", 1, 7, 10), QuestionLevel.INTERMEDIATE);
        QuestionResult poor = leveled(scored("c", 1, 5, 10), QuestionLevel.EXPERT);

        CandidateResult result = of(basic, middling, poor);

        assertThat(result.level()).contains(QuestionLevel.INTERMEDIATE);
        assertThat(result.levels())
                .extracting(level -> level.level() + " " + level.reached().orElseThrow())
                .containsExactly("BASIC true", "INTERMEDIATE true", "EXPERT false");
    }

    @Test
    void easyQuestionsDoNotMakeAnExpertAndNoHardOneStandsAlone() {
        QuestionResult basics = leveled(scored("a", 9, 10, 10), QuestionLevel.BASIC);
        QuestionResult noExpert = leveled(scored("b", 1, 0, 10), QuestionLevel.EXPERT);
        QuestionResult noBasics = leveled(scored("a", 9, 0, 10), QuestionLevel.BASIC);
        QuestionResult expert = leveled(scored("b", 1, 10, 10), QuestionLevel.EXPERT);

        assertThat(of(basics, noExpert).level()).contains(QuestionLevel.BASIC);
        assertThat(of(noBasics, expert).level()).isEmpty();
    }

    @Test
    void aLevelIsOpenWhileAQuestionOfItOrBelowHasNoUsableGrade() {
        QuestionResult basic = leveled(scored("a", 1, 10, 10), QuestionLevel.BASIC);
        QuestionResult missing = leveled(unanswered("b", 1), QuestionLevel.INTERMEDIATE);
        QuestionResult advanced = leveled(scored("c", 1, 10, 10), QuestionLevel.ADVANCED);

        CandidateResult result = of(basic, missing, advanced);

        assertThat(result.level()).contains(QuestionLevel.BASIC);
        assertThat(result.levels())
                .extracting(LevelResult::reached)
                .containsExactly(Optional.of(true), Optional.empty(), Optional.empty());
    }

    @Test
    void questionsWithoutALevelReachNone() {
        assertThat(of(scored("a", 1, 10, 10)).levels()).isEmpty();
        assertThat(of(scored("a", 1, 10, 10)).level()).isEmpty();
    }

    private static CandidateResult of(QuestionResult... questions) {
        return CandidateResult.of("c-1", PASS, Arrays.asList(questions));
    }

    private static QuestionResult scored(String id, int weight, int points, int max) {
        return scored(id, weight, Integer.toString(points), Integer.toString(max));
    }

    private static QuestionResult scored(String id, int weight, String points, String max) {
        Points exactly = Points.of(points);
        return question(
                id,
                weight,
                GradingStatus.GRADED,
                Optional.of(
                        new Mark.Score(exactly, Points.of(max), new ScoreRange(exactly, exactly))));
    }

    private static Mark.Score score(int points, int max, int least, int most) {
        return new Mark.Score(
                Points.of(points),
                Points.of(max),
                new ScoreRange(Points.of(least), Points.of(most)));
    }

    private static QuestionResult unanswered(String id, int weight) {
        return new QuestionResult(
                new Item(id, BigDecimal.valueOf(weight)), Optional.empty(), Optional.empty());
    }

    private static QuestionResult question(
            String id, int weight, GradingStatus status, Optional<Mark.Score> score) {
        Mark mark =
                new Mark(
                        "c-1",
                        id,
                        1,
                        new GradingId("01ARZ3NDEKTSV4RRFFQ69G5FAV"),
                        status,
                        score,
                        status == GradingStatus.NEEDS_REVIEW
                                ? List.of(ReviewReason.BORDERLINE)
                                : List.of(),
                        Optional.empty(),
                        status == GradingStatus.NEEDS_REVIEW,
                        false,
                        Optional.empty());
        return new QuestionResult(
                new Item(id, BigDecimal.valueOf(weight)), Optional.empty(), Optional.of(mark));
    }

    private static QuestionResult leveled(QuestionResult result, QuestionLevel level) {
        return with(result, Optional.of(level), List.of());
    }

    private static QuestionResult skilled(QuestionResult result, String... skills) {
        return with(result, Optional.empty(), List.of(skills));
    }

    private static QuestionResult with(
            QuestionResult result, Optional<QuestionLevel> level, List<String> skills) {
        Question question =
                new Question(
                        Optional.empty(),
                        "Why?",
                        QuestionKind.TECHNICAL,
                        List.of("So."),
                        Optional.empty(),
                        Points.of(10),
                        Optional.empty(),
                        List.of(),
                        false);
        Profile profile =
                new Profile(
                        level,
                        Optional.empty(),
                        skills,
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        return new QuestionResult(
                result.item(),
                Optional.of(
                        new Entry(
                                result.item().questionId(),
                                QuestionStatus.PUBLISHED,
                                question,
                                profile)),
                result.mark());
    }
}
