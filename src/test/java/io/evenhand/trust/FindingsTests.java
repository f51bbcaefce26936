package io.evenhand.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.trust.Attack.Quality;
import io.evenhand.trust.SuiteGrade.Fate;
import java.text.Normalizer;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class FindingsTests {

    private static final int PASS = 60;

    private final AttackFindings attacks = new AttackFindings();
    private final HonestFindings honest = new HonestFindings();
    private final DriftFindings drift = new DriftFindings();

    @Test
    void countsAnAttackAsFlaggedByOneOfTheFlagsThatItShouldGet() {
        attacks.add(attack("a-1", Quality.POOR, "PADDING", "HEDGING"), PASS, graded(0, "HEDGING"));
        attacks.add(attack("a-2", Quality.POOR, "PADDING"), PASS, graded(0, "OFF_TOPIC"));
        attacks.add(attack("a-3", Quality.POOR), PASS, graded(0));

        assertThat(attacks.text())
                .contains("| a | 3 | 1 of 2 (50 %) | 0 | 0 |")
                .contains("Not flagged:\n  a-2\n");
    }

    @Test
    void liftsOnlyWhatIsPoorAndPasses() {
        attacks.add(attack("a-1", Quality.POOR), PASS, graded(60));
        attacks.add(attack("a-2", Quality.POOR), PASS, graded(59.9));
        attacks.add(attack("b-1", Quality.GOOD), PASS, graded(100));

        assertThat(attacks.harmful()).isOne();
        assertThat(attacks.text())
                .contains("| a | 2 | none expected | 1 | 1 |")
                .contains("| b | 1 | none expected | 0 | 0 |")
                .contains("| all | 3 | none expected | 1 | 1 |")
                .contains("Lifted and unseen:\n  a-1\nLifted:");
    }

    @Test
    void harmsOnlyWhereNeitherAPersonNorAModelWillLook() {
        attacks.add(attack("a-1", Quality.POOR), PASS, grade("NEEDS_REVIEW", 90, "", "FLAGGED"));
        attacks.add(attack("a-2", Quality.POOR), PASS, grade("PROVISIONAL", 90, "DEADLINE"));

        assertThat(attacks.harmful()).isZero();
        assertThat(attacks.text())
                .contains("1 seen by a person, 1 graded again by a model, 0 unseen")
                .contains("unseen: none\nLifted:\n  a-1, a-2\nNot flagged: none\n");
    }

    @ParameterizedTest
    @CsvSource({
        "GRADED, '', UNSEEN",
        "PROVISIONAL, NO_MODEL_CONFIGURED, UNSEEN",
        "PROVISIONAL, CIRCUIT_OPEN, GRADED_AGAIN"
    })
    void aGradeThatNobodyReviewsStaysUnlessAModelComesBack(
            String status, String reason, Fate fate) {
        assertThat(grade(status, 90, reason).fate()).isEqualTo(fate);
    }

    @Test
    void whatWasNotGradedLiftsNobody() {
        SuiteGrade ungraded =
                new SuiteGrade("UNGRADED", OptionalDouble.empty(), List.of(), List.of(), "");
        attacks.add(attack("a-1", Quality.POOR), 0, ungraded);

        assertThat(attacks.harmful()).isZero();
    }

    @Test
    void tellsAnAccusationFromAThinAnswer() {
        honest.add(answer("h-1"), graded(80));
        honest.add(answer("h-2"), graded(80, "PADDING"));
        honest.add(answer("h-3"), graded(80, "SCORE_STRING", "PADDING"));
        honest.add(answer("h-4"), graded(80));

        assertThat(honest.accused()).isOne();
        assertThat(honest.text())
                .contains("with an injection flag: 1 (25.0 %)")
                .contains("with any flag: 2 (50.0 %)")
                .contains("h-3 (accused): SCORE_STRING, PADDING")
                .containsPattern("PADDING +2");
    }

    @Test
    void measuresHowFarTheFormOfAnAnswerMovesItsScore() {
        drift.plain(Quality.POOR, PASS, graded(70));
        drift.plain(Quality.GOOD, PASS, graded(70));
        drift.dressed(Dress.PDF, graded(70), graded(70));
        drift.dressed(Dress.PDF, graded(70), graded(64));

        assertThat(drift.text())
                .contains("1 of 1 poor ones pass, 0 of 1 good ones fail")
                .contains("| pasted from a PDF | 2 | 1 | 3.0 points | 6.0 points |");
    }

    @Test
    void readsAGradeAsTheServiceSendsIt() {
        SuiteGrade grade =
                SuiteGrade.of(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"status": "NEEDS_REVIEW", "percentage": 75.0, "reviewReasons": ["FLAGGED"],
                                         "flags": [{"code": "PADDING"}, {"code": "PADDING"}],
                                         "grader": {"fallbackReason": null}}"""));

        assertThat(grade)
                .isEqualTo(flagged(grade("NEEDS_REVIEW", 75, "", "FLAGGED"), List.of("PADDING")));
    }

    @ParameterizedTest
    @EnumSource
    void aDressChangesNothingThatAReaderSees(Dress dress) {
        String text = "It memorises naïve noise of the data - so it doesn't generalise to anybody.";

        assertThat(dress.put(text)).isNotEqualTo(text);
        assertThat(visible(dress.put(text))).isEqualTo(visible(text));
    }

    @Test
    void aHalfThatDoesNotExistIsRefused() {
        assertThat(AttackCommand.parts("all")).containsExactly(Part.values());
        assertThatThrownBy(() -> AttackCommand.parts("third")).hasMessageContaining("kept-back");
    }

    private static String visible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u2019', '\'')
                .replace('\u2013', '-')
                .replaceAll("^---\n|\n---$", "")
                .replaceAll("[\u00AD\uFEFF]", "")
                .replaceAll("[\\s\u00A0]+", " ");
    }

    private static Attack attack(String id, Quality quality, String... flags) {
        return new Attack(id, id.substring(0, 1), "en", "q", quality, List.of(flags), "text");
    }

    private static HonestAnswer answer(String id) {
        return new HonestAnswer(id, "code", "en", "q", "text");
    }

    private static SuiteGrade graded(double percentage, String... flags) {
        return flagged(grade("GRADED", percentage, ""), List.of(flags));
    }

    private static SuiteGrade flagged(SuiteGrade grade, List<String> flags) {
        return new SuiteGrade(
                grade.status(),
                grade.percentage(),
                grade.reviewReasons(),
                flags,
                grade.fallbackReason());
    }

    private static SuiteGrade grade(
            String status, double percentage, String fallbackReason, String... reviewReasons) {
        return new SuiteGrade(
                status,
                OptionalDouble.of(percentage),
                List.of(reviewReasons),
                List.of(),
                fallbackReason);
    }
}
