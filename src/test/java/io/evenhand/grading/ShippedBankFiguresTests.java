package io.evenhand.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** What the in-process grader gives good, half, wrong and quite other answers to the bank. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "evenhand.dispatch.interval=1h",
            "evenhand.semantic.threads=2",
            "logging.level.io.evenhand.grading=info"
        })
@Import(ApiFixtures.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedBankFiguresTests {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedBankFiguresTests.class);

    /** In percent of full marks: what the bank asks of a model answer and of a good one. */
    private static final double NEARLY_FULL = 85;

    private static final double HALF = 50;

    /** In percent: what the model answer of another question should earn at most. */
    private static final double CHANCE = 30;

    /**
     * Where the far answer earns more, on two of 63, and where the next question's does: what both
     * have in common with a criterion, an unrelated text does not have. Nothing may be added.
     */
    private static final Set<String> FAR_ABOVE_CHANCE =
            Set.of("readmissions-by-random-folds", "routing-customer-mail");

    private static final Set<String> NEXT_ABOVE_CHANCE =
            Set.of(
                    "bagging-and-boosting",
                    "bias-and-variance",
                    "dilated-convolutions",
                    "drift-by-kl-and-ks",
                    "dropout",
                    "from-300-to-80-milliseconds",
                    "gan-and-mode-collapse",
                    "gradient-boosting-inside",
                    "initial-weights",
                    "orders-fall-on-friday-night",
                    "output-layer-and-loss",
                    "overfitting-and-underfitting",
                    "scaled-dot-product-attention",
                    "supervised-and-unsupervised-learning",
                    "training-on-noisy-labels",
                    "vanishing-and-exploding-gradients");

    /** In percent; every question of the bank asks for it. */
    private static final double PASS_MARK = 60;

    /** How many of 63 wrong answers come to the pass mark; it was every second one before. */
    private static final int WRONG_PASSES = 12;

    /** In points of a percentage: onnxruntime rounds in another way on another processor. */
    private static final Offset<Double> ROUNDING = Offset.offset(1.0);

    private static final String REWRITE =
            "bin/verify -Dtest=ShippedBankFiguresTests -Devenhand.bank.write=true";

    @Autowired private Api api;
    private BankFigures figures;

    @BeforeAll
    void grade() {
        figures = new BankTrial(api).figures();
        for (AnswerKind kind : AnswerKind.values()) {
            LOG.info("{}", figures.line(kind, PASS_MARK));
        }
    }

    @Test
    void aModelAnswerGetsNearlyFullMarks() {
        assertThat(figures.where(AnswerKind.MODEL, percentage -> percentage < NEARLY_FULL))
                .isEmpty();
    }

    @Test
    void aGoodAnswerInOtherWordsGetsMoreThanHalfOfThePoints() {
        assertThat(figures.where(AnswerKind.GOOD, percentage -> percentage <= HALF)).isEmpty();
    }

    @Test
    void onlyTheModelAnswerGetsMoreThanAGoodOne() {
        assertThat(figures.percentages())
                .allSatisfy(
                        (id, row) ->
                                assertThat(row.get(AnswerKind.GOOD))
                                        .as(id)
                                        .isLessThan(row.get(AnswerKind.MODEL))
                                        .isGreaterThan(row.get(AnswerKind.HALF))
                                        .isGreaterThan(row.get(AnswerKind.WRONG))
                                        .isGreaterThan(row.get(AnswerKind.NEXT))
                                        .isGreaterThan(row.get(AnswerKind.FAR)));
    }

    @Test
    void anAnswerToSomethingElseEarnsNoMoreThanChanceOnNearlyAllQuestions() {
        assertThat(figures.where(AnswerKind.FAR, ShippedBankFiguresTests::isAboveChance))
                .isSubsetOf(FAR_ABOVE_CHANCE);
    }

    @Test
    void anAnswerOnTheSameSubjectEarnsNoMoreThanChanceOnMostQuestions() {
        assertThat(figures.where(AnswerKind.NEXT, ShippedBankFiguresTests::isAboveChance))
                .isSubsetOf(NEXT_ABOVE_CHANCE);
    }

    @Test
    void aFluentWrongAnswerSeldomPasses() {
        assertThat(figures.where(AnswerKind.WRONG, percentage -> percentage >= PASS_MARK))
                .hasSizeLessThanOrEqualTo(WRONG_PASSES);
    }

    private static boolean isAboveChance(double percentage) {
        return percentage > CHANCE + ROUNDING.value;
    }

    @Test
    void everyAnswerGetsWhatIsOnRecord() {
        if (Boolean.getBoolean("evenhand.bank.write")) {
            figures.record();
        }
        Map<String, Map<AnswerKind, Double>> recorded = BankFigures.recorded().percentages();

        assertThat(figures.percentages().keySet()).isEqualTo(recorded.keySet());
        assertThat(figures.percentages())
                .as("if the grader or the bank was meant to change: %s", REWRITE)
                .allSatisfy((id, row) -> isAsRecorded(id, row, recorded.get(id)));
    }

    private static void isAsRecorded(
            String id, Map<AnswerKind, Double> row, Map<AnswerKind, Double> recorded) {
        assertThat(row)
                .allSatisfy(
                        (kind, percentage) ->
                                assertThat(percentage)
                                        .as("%s, %s", id, kind.column())
                                        .isCloseTo(recorded.get(kind), ROUNDING));
    }
}
