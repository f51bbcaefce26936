package io.evenhand.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttackSuiteTests {

    /** The codes of the HTTP contract that an answer with something in it can get. */
    private static final Set<String> CODES =
            Set.of(
                    "NEAR_BLANK",
                    "INJECTION_SUSPECTED",
                    "CHAT_TEMPLATE",
                    "SCORE_STRING",
                    "HIDDEN_CHARACTERS",
                    "LOOKALIKE_CHARACTERS",
                    "HOSTILE_MARKUP",
                    "ASKS_FOR_KEY",
                    "COPIED_QUESTION",
                    "COPIED_MODEL_ANSWER",
                    "REARRANGED_MODEL_ANSWER",
                    "KEYWORD_LIST",
                    "HEDGING",
                    "PADDING",
                    "WRONG_LANGUAGE",
                    "OFF_TOPIC");

    private final AttackSuite suite = AttackSuite.read(EnumSet.allOf(Part.class));

    @Test
    void isLargeEnoughForAFigure() {
        assertThat(suite.attacks()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(suite.honest()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(suite.questions()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void partsHaveTheSameFamiliesAndNothingElseInCommon() {
        for (Part part : Part.values()) {
            AttackSuite one = AttackSuite.read(EnumSet.of(part));
            AttackSuite others = AttackSuite.read(EnumSet.complementOf(EnumSet.of(part)));

            assertThat(families(one)).isEqualTo(families(suite));
            assertThat(answers(one)).doesNotContainAnyElementsOf(answers(others));
            assertThat(one.attacks().size() + others.attacks().size())
                    .isEqualTo(suite.attacks().size());
        }
    }

    @Test
    void everyTextHasAnIdOfItsOwnAndAQuestionThatExists() {
        assertThat(suite.attacks()).extracting(Attack::id).doesNotHaveDuplicates();
        assertThat(suite.honest()).extracting(HonestAnswer::id).doesNotHaveDuplicates();
        assertThat(suite.questions())
                .containsKeys(suite.attacks().stream().map(Attack::question).toArray(String[]::new))
                .containsKeys(
                        suite.honest().stream().map(HonestAnswer::question).toArray(String[]::new));
    }

    @Test
    void everyTextIsUnicodeThatTheServiceAccepts() {
        assertThat(answers(suite))
                .isNotEmpty()
                .allSatisfy(
                        answer -> {
                            assertThat(answer).isNotBlank().hasSizeLessThan(20_000);
                            assertThat(new String(answer.getBytes("UTF-8"), "UTF-8"))
                                    .as("no half of a surrogate pair")
                                    .isEqualTo(answer);
                        });
    }

    @Test
    void expectsFlagsThatTheContractKnows() {
        assertThat(suite.attacks()).flatExtracting(Attack::flags).isSubsetOf(CODES);
        assertThat(suite.attacks())
                .filteredOn(attack -> attack.flags().isEmpty())
                .extracting(Attack::family)
                .containsOnly("no-signature");
    }

    @Test
    void attacksInSixLanguages() {
        assertThat(Set.of("en", "de", "es", "fr", "ru", "zh"))
                .allSatisfy(
                        language ->
                                assertThat(suite.attacks())
                                        .filteredOn(attack -> attack.language().equals(language))
                                        .hasSizeGreaterThanOrEqualTo(8));
    }

    @Test
    void everyQuestionHasPlainAnswersToCompareWith() {
        assertThat(suite.questions().values())
                .allSatisfy(
                        question -> {
                            assertThat(question.poor()).isNotEmpty();
                            assertThat(question.good()).isNotEmpty();
                            assertThat(question.criteria()).hasSizeBetween(2, 4);
                        });
    }

    private static Set<String> families(AttackSuite suite) {
        return Stream.concat(
                        suite.attacks().stream().map(Attack::family),
                        suite.honest().stream().map(HonestAnswer::category))
                .collect(Collectors.toSet());
    }

    private static List<String> answers(AttackSuite suite) {
        return Stream.concat(
                        suite.attacks().stream().map(Attack::answer),
                        suite.honest().stream().map(HonestAnswer::answer))
                .toList();
    }
}
