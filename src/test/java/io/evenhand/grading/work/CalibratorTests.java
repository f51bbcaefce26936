package io.evenhand.grading.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Calibrated;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Lesson;
import io.evenhand.grading.Lessons;
import io.evenhand.question.Points;
import io.evenhand.support.ScriptedGrader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

class CalibratorTests {

    private static final String ANSWER = "It memorises the noise. The gap grows.";

    private final Office office = new Office();

    /** What may go wrong while a grade is calibrated. */
    enum Trouble {
        NO_STORE,
        FAILS,
        OVERFLOWS,
        SAYS_NOTHING,
        IS_EMPTY
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void asksFromFiveReviewsOnAndOfTheRightGrader() {
        List<GraderKind> asked = new ArrayList<>();
        List<GradingId> left = new ArrayList<>();
        office.calibration =
                (answer, prior, lessons) -> Mono.just(Optional.of(expected(lessons, prior)));
        office.reviewed =
                (tenant, question, grader, except) -> {
                    asked.add(grader);
                    left.add(except);
                    return lessons(asked.size() == 1 ? 4 : 5);
                };

        Grading four = office.grade(ANSWER);
        Grading five = office.grade(ANSWER);

        assertThat(four.grade().orElseThrow().grader().calibrated()).isEmpty();
        assertThat(five.grade().orElseThrow().grader().calibrated().orElseThrow().reviews())
                .isEqualTo(5);
        assertThat(five.status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(five.grade().orElseThrow().score()).isEqualTo(Points.of(8));
        assertThat(asked).containsOnly(GraderKind.SEMANTIC);
        assertThat(left).containsExactly(four.id(), five.id());
        office.model.will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
        office.grade(ANSWER);
        assertThat(asked).endsWith(GraderKind.LLM);
    }

    @Test
    void showsTheAnswersAsTheJudgeSeesThem() {
        List<String> seen = new ArrayList<>();
        office.reviewed =
                (tenant, question, grader, except) ->
                        new Lessons(Collections.nCopies(5, new Lesson("no\u200Bise", .5, 1)), 0, 0);
        office.calibration =
                (answer, prior, lessons) -> {
                    seen.add(answer);
                    seen.add(lessons.ofQuestion().getFirst().answer());
                    return Mono.just(Optional.empty());
                };
        office.grade("The ga\u200Bp.");

        assertThat(seen).containsExactly("The gap.", "noise");
    }

    @ParameterizedTest
    @EnumSource
    void noTroubleWithItFailsAGrade(Trouble trouble) {
        office.reviewed =
                (tenant, question, grader, except) -> {
                    if (trouble == Trouble.NO_STORE) {
                        throw new IllegalStateException("no store");
                    }
                    return lessons(6);
                };
        office.calibration =
                (answer, prior, lessons) ->
                        switch (trouble) {
                            case FAILS -> Mono.error(new IllegalStateException("broken"));
                            case OVERFLOWS -> throw new StackOverflowError();
                            case SAYS_NOTHING -> Mono.never();
                            default -> Mono.empty();
                        };

        Grading graded = office.grade(ANSWER);

        assertThat(graded.status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(graded.grade().orElseThrow().grader().calibrated()).isEmpty();
    }

    @Test
    void whatIsGradedByRuleIsNotAskedAbout() {
        office.reviewed =
                (tenant, question, grader, except) -> {
                    throw new IllegalStateException("asked");
                };

        assertThat(office.grade(" ").status()).isEqualTo(GradingStatus.GRADED);
    }

    private static Calibrated expected(Lessons lessons, double prior) {
        return new Calibrated(lessons.ofQuestion().size(), prior, 1, .2);
    }

    private static Lessons lessons(int count) {
        return new Lessons(Collections.nCopies(count, new Lesson("So.", .5, 1)), 0, 0);
    }
}
