package io.evenhand.grading.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Claim;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Points;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictsTests {

    private static final List<Evidence> EVIDENCE = List.of(new Evidence("so", 0, 2));
    private static final Criterion PLAIN = Criterion.of("c", "d", Points.of(4));
    private static final Criterion PARTIAL =
            Criterion.of("c", "d", Points.of("4.25")).withPartial();
    private static final Criterion DEDUCTION = Criterion.of("c", "d", Points.of(-2));
    private static final Criterion TINY = Criterion.of("c", "d", Points.of("0.01"));
    private static final Criterion LEVELS =
            PLAIN.withLevels(
                    List.of(
                            new Level("low", Points.of("0.5")),
                            new Level("mid", Points.of(2)),
                            new Level("top", Points.of(4))));

    @ParameterizedTest(name = "{1} -> {2} {3}")
    @MethodSource("claims")
    void becomesAVerdict(Criterion criterion, Claim claim, String label, String points) {
        Verdict verdict = Verdicts.of(criterion, claim, EVIDENCE);

        assertThat(verdict.label()).isEqualTo(label);
        assertThat(verdict.earned().map(Points::toString).orElse("")).isEqualTo(points);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("claims")
    void withoutEvidenceOnlyNotMetStands(
            Criterion criterion, Claim claim, String label, String points) {
        Verdict verdict = Verdicts.of(criterion, claim, List.of());

        assertThat(verdict.label()).isEqualTo(label.equals("not_met") ? "not_met" : "cannot_tell");
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of(PLAIN, new Claim.Met(), "met", "4.00"),
                Arguments.of(PLAIN, new Claim.Partly(), "cannot_tell", ""),
                Arguments.of(PLAIN, new Claim.NotMet(), "not_met", "0.00"),
                Arguments.of(PLAIN, new Claim.CannotTell(), "cannot_tell", ""),
                Arguments.of(PLAIN, new Claim.AtLevel("top"), "cannot_tell", ""),
                Arguments.of(PARTIAL, new Claim.Met(), "met", "4.25"),
                Arguments.of(PARTIAL, new Claim.Partly(), "partly", "2.13"),
                Arguments.of(DEDUCTION, new Claim.Met(), "met", "-2.00"),
                Arguments.of(DEDUCTION, new Claim.NotMet(), "not_met", "0.00"),
                Arguments.of(DEDUCTION, new Claim.Partly(), "cannot_tell", ""),
                Arguments.of(DEDUCTION, awarded("1"), "cannot_tell", ""),
                Arguments.of(LEVELS, new Claim.AtLevel("low"), "not_met", "0.50"),
                Arguments.of(LEVELS, new Claim.AtLevel("mid"), "partly", "2.00"),
                Arguments.of(LEVELS, new Claim.AtLevel("top"), "met", "4.00"),
                Arguments.of(LEVELS, new Claim.AtLevel("Top"), "cannot_tell", ""),
                Arguments.of(LEVELS, new Claim.Met(), "met", "4.00"),
                Arguments.of(LEVELS, new Claim.NotMet(), "not_met", "0.50"),
                Arguments.of(LEVELS, new Claim.Partly(), "cannot_tell", ""),
                Arguments.of(PLAIN, awarded("4"), "met", "4.00"),
                Arguments.of(PLAIN, awarded("3"), "met", "3.00"),
                Arguments.of(PLAIN, awarded("2.99"), "partly", "2.99"),
                Arguments.of(PLAIN, awarded("1.4"), "partly", "1.40"),
                Arguments.of(PLAIN, awarded("1.39"), "not_met", "1.39"),
                Arguments.of(PLAIN, awarded("0"), "not_met", "0.00"),
                Arguments.of(PLAIN, awarded("-1"), "not_met", "0.00"),
                Arguments.of(PLAIN, awarded("99"), "met", "4.00"),
                Arguments.of(TINY, awarded("0"), "not_met", "0.00"),
                Arguments.of(TINY, awarded("0.01"), "met", "0.01"));
    }

    @ParameterizedTest
    @CsvSource({"4, top", "3.1, top", "2.9, mid", "1.5, mid", "1.3, low", "0, low"})
    void theLevelFollowsFromTheVerdict(String points, String level) {
        Verdict verdict = Verdicts.of(LEVELS, awarded(points), EVIDENCE);

        assertThat(Verdicts.level(LEVELS, verdict)).contains(level);
    }

    @Test
    void partlyIsTheLowerLevelWhereNoneIsBetween() {
        Criterion two =
                PLAIN.withLevels(List.of(LEVELS.levels().getFirst(), LEVELS.levels().getLast()));

        assertThat(Verdicts.level(two, Verdicts.of(two, awarded("2"), EVIDENCE))).contains("low");
    }

    @Test
    void hasNoLevelWhereNothingCanBeToldOrThereIsNone() {
        assertThat(Verdicts.level(LEVELS, Verdicts.of(LEVELS, awarded("4"), List.of()))).isEmpty();
        assertThat(Verdicts.level(PLAIN, Verdicts.of(PLAIN, awarded("4"), EVIDENCE))).isEmpty();
    }

    private static Claim awarded(String points) {
        return new Claim.Awarded(Points.of(points));
    }
}
