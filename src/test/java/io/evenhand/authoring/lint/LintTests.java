package io.evenhand.authoring.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.guard.Embedder;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.Rubric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be seen of a rubric without a model, not even the embedder. */
class LintTests {

    private static final Criterion NOISE = criterion("noise", "Says that the model fits noise", 4);
    private static final Criterion GAP =
            criterion("gap", "Compares training error and validation error", 4);

    private final Lint lint = new Lint(Optional.empty());

    @AfterEach
    void close() {
        lint.destroy();
    }

    @Test
    void findsNothingInAGoodRubric() {
        Criterion levels =
                criterion("cure", "Names ways to prevent it", 3)
                        .withLevels(
                                List.of(
                                        new Level("none", Points.ZERO),
                                        new Level("one", Points.of(1)),
                                        new Level("two or more", Points.of(3))));
        Criterion capped =
                new Criterion(
                        "core",
                        "Gives an example from practice",
                        Points.of(4),
                        List.of(),
                        true,
                        cap(5));

        assertThat(
                        found(
                                NOISE,
                                GAP,
                                levels,
                                capped,
                                criterion("false", "States that more epochs cure it", -2)))
                .isEmpty();
    }

    @Test
    void addsThePointsUp() {
        Subject subject =
                new Subject(
                        question(),
                        new Rubric(List.of(NOISE, GAP)),
                        Optional.of(Points.of(10)),
                        Optional.empty());

        assertThat(lint.findings(subject))
                .singleElement()
                .satisfies(f -> assertThat(f.code()).isEqualTo(Code.POINTS_DO_NOT_ADD_UP))
                .satisfies(f -> assertThat(f.message()).contains("8 points").contains("10:"));
        assertThat(found(NOISE, GAP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Understands regularisation",
                "The candidate knows what regularisation is",
                "Should be able to demonstrate knowledge of dropout",
                "Is enthusiastic about data",
                "Explains it with deep understanding of the matter",
                "Der Kandidat versteht Regularisierung",
                "Zeigt Begeisterung für das Thema"
            })
    void wantsWhatATextCanShow(String description) {
        assertThat(found(criterion("c", description, 2))).contains(Code.NOT_OBSERVABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Says that the model knows only the training data",
                "Explains why customers feel left alone",
                "Names knowledge distillation as a way to shrink models",
                "Thinks aloud"
            })
    void takesSuchWordsWhereTheyAreTheSubject(String description) {
        boolean head = description.startsWith("Thinks");

        assertThat(found(criterion("c", description, 2)).contains(Code.NOT_OBSERVABLE))
                .isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource({
        "Does not mention validation, -1, DEDUCTION_CANNOT_APPLY",
        "Fails to give an example, -1, DEDUCTION_CANNOT_APPLY",
        "The answer leaves out the test set, -1, DEDUCTION_CANNOT_APPLY",
        "Nennt kein Beispiel, -1, DEDUCTION_CANNOT_APPLY",
        "Does not claim that more data always helps, 2, EARNED_BY_SILENCE"
    })
    void nothingCanBeQuotedForWhatIsMissing(String description, int points, Code code) {
        assertThat(found(NOISE, criterion("c", description, points))).containsExactly(code);
    }

    @Test
    void aFaultThatIsStatedCanBeQuoted() {
        assertThat(found(NOISE, criterion("c", "Says that it does not matter", -1))).isEmpty();
        assertThat(found(NOISE, criterion("c", "Does not stop there, but names a cure", 1)))
                .isEmpty();
    }

    @Test
    void aCriterionSaysMoreThanTheQuestion() {
        assertThat(found(criterion("c", "Explains what overfitting is", 2)))
                .containsExactly(Code.DOUBLES_QUESTION);
        assertThat(found(criterion("c", "Says how they would notice overfitting", 2)))
                .containsExactly(Code.DOUBLES_QUESTION);
    }

    @Test
    void twoCriteriaLookForTwoThings() {
        Criterion again = criterion("again", "Mentions that noise is fitted by the model", 2);

        Subject subject = subject(NOISE, GAP, again);

        assertThat(lint.findings(subject))
                .singleElement()
                .satisfies(f -> assertThat(f.code()).isEqualTo(Code.CRITERIA_OVERLAP))
                .satisfies(f -> assertThat(f.criterion()).contains("noise"))
                .satisfies(f -> assertThat(f.related()).containsExactly("again"));
    }

    @Test
    void comparesMeaningWhereItCan() {
        Embedder alike = text -> Optional.of(new float[] {1, 0});
        Lint meaning = new Lint(Optional.of(alike));

        assertThat(meaning.findings(subject(NOISE, GAP)))
                .extracting(Finding::code)
                .containsExactly(Code.CRITERIA_OVERLAP);
        meaning.destroy();
    }

    @Test
    void everyLevelCanBeToldAndEarned() {
        Criterion alike =
                criterion("c", "Names ways to prevent it", 3)
                        .withLevels(
                                List.of(
                                        new Level("Some ways", Points.of(1)),
                                        new Level("some  ways ", Points.of(3))));

        assertThat(found(alike)).containsExactly(Code.LEVEL_UNREACHABLE, Code.LEVEL_FOR_NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"0,", "4,", "5, CAP_LETS_PASS", "6, CAP_NEVER_ACTS", "10, CAP_NEVER_ACTS"})
    void aCapChangesSomething(int capAt, Code code) {
        Criterion capped =
                new Criterion("c", "Gives an example", Points.of(2), List.of(), false, cap(capAt));

        assertThat(found(NOISE, criterion("other", "Names dropout", 2), capped))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void aCapOfACriterionThatAlwaysEarnsNeverActs() {
        Criterion capped =
                new Criterion(
                        "c",
                        "Names ways to prevent it",
                        Points.of(4),
                        List.of(new Level("none", Points.of(1)), new Level("two", Points.of(4))),
                        false,
                        cap(1));

        assertThat(found(NOISE, capped))
                .containsExactly(Code.LEVEL_FOR_NOTHING, Code.CAP_NEVER_ACTS);
    }

    @Test
    void aDeductionTakesNoMoreThanThereIs() {
        assertThat(found(NOISE, criterion("c", "States that noise is good", -4))).isEmpty();
        assertThat(found(NOISE, criterion("c", "States that noise is good", -5)))
                .containsExactly(Code.DEDUCTION_BEYOND_MAXIMUM);
    }

    private List<Code> found(Criterion... criteria) {
        return lint.findings(subject(criteria)).stream().map(Finding::code).toList();
    }

    private static Subject subject(Criterion... criteria) {
        return new Subject(
                question(), new Rubric(List.of(criteria)), Optional.empty(), Optional.empty());
    }

    private static Question question() {
        return new Question(
                Optional.empty(),
                "What is overfitting, and how would you notice it?",
                QuestionKind.TECHNICAL,
                List.of("It fits noise."),
                Optional.empty(),
                Points.of(10),
                Optional.of(new BigDecimal("60")),
                List.of(),
                false);
    }

    private static Criterion criterion(String id, String description, int points) {
        return Criterion.of(id, description, Points.of(points));
    }

    private static Optional<Points> cap(int points) {
        return Optional.of(Points.of(points));
    }
}
