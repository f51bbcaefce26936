package io.evenhand.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DefaultRubricTests {

    @Property
    void criteriaEarnMoreThanNothingAndExactlyThePointsInAll(
            @ForAll("kinds") QuestionKind kind,
            @ForAll("modelAnswers") List<String> modelAnswers,
            @ForAll @IntRange(min = 1, max = 1_000_000) int hundredths) {
        Points points = new Points(BigDecimal.valueOf(hundredths, 2));
        Rubric rubric = DefaultRubric.of(question(kind, modelAnswers, points));

        assertThat(rubric.maxScore()).isEqualTo(points);
        assertThat(rubric.criteria()).isNotEmpty().hasSizeLessThanOrEqualTo(8);
        assertThat(rubric.criteria()).allMatch(c -> c.points().isPositive());
        assertThat(rubric.criteria()).allMatch(c -> !c.description().isBlank());
        assertThat(rubric.criteria()).extracting(Criterion::id).doesNotHaveDuplicates();
        rubric.criteria().forEach(DefaultRubricTests::assertLevelsRise);
    }

    @Property
    void noWordOfTheModelAnswerIsLost(
            @ForAll("modelAnswers") List<String> modelAnswers,
            @ForAll @IntRange(min = 1, max = 2_000) int hundredths) {
        String modelAnswer = modelAnswers.getFirst();
        Points points = new Points(BigDecimal.valueOf(hundredths, 2));
        Rubric rubric =
                DefaultRubric.of(question(QuestionKind.TECHNICAL, List.of(modelAnswer), points));

        String all =
                String.join("", rubric.criteria().stream().map(Criterion::description).toList());
        assertThat(all).isEqualToIgnoringWhitespace(modelAnswer);
    }

    @Example
    void eachStatementIsACriterionThatCanBeHalfMet() {
        Rubric rubric = technical("It fits the noise of the data. It then generalises badly.");

        assertThat(rubric.criteria())
                .extracting(Criterion::description)
                .containsExactly("It fits the noise of the data.", "It then generalises badly.");
        assertThat(rubric.criteria()).extracting(Criterion::points).containsOnly(Points.of(5));
        assertThat(rubric.criteria()).allMatch(Criterion::partial);
    }

    @Example
    void eachLineOfAListIsACriterion() {
        Rubric rubric =
                technical(
                        """
                        - compares training and validation error
                        - notices the growing gap between them
                        * stops the training early""");

        assertThat(rubric.criteria())
                .extracting(Criterion::description)
                .containsExactly(
                        "- compares training and validation error",
                        "- notices the growing gap between them",
                        "* stops the training early");
    }

    @Example
    void aLineThatIsOnlyWrappedIsNoStatementOfItsOwn() {
        Rubric rubric =
                technical("The model fits the noise\nof its training data, not the signal.");

        assertThat(rubric.criteria()).hasSize(1);
    }

    @Example
    void aShortPieceBelongsToWhatFollows() {
        Rubric rubric = technical("Yes. A process has memory of its own, unlike a thread.");

        assertThat(rubric.criteria()).hasSize(1);
    }

    @Example
    void aShortLastPieceBelongsToWhatCameBefore() {
        Rubric rubric = technical("A process has memory of its own. A thread not.");

        assertThat(rubric.criteria()).hasSize(1);
    }

    @Example
    void oneWordIsOneCriterion() {
        Rubric rubric = technical("Recursion");

        assertThat(rubric.criteria())
                .singleElement()
                .satisfies(c -> assertThat(c.description()).isEqualTo("Recursion"))
                .satisfies(c -> assertThat(c.points()).isEqualTo(Points.of(10)));
    }

    @Example
    void manyStatementsAreJoined() {
        Rubric rubric = technical("A sentence that is long enough. ".repeat(20));

        assertThat(rubric.criteria()).hasSize(7);
    }

    @Example
    void severalModelAnswersAreOneCriterionInSteps() {
        Rubric rubric =
                DefaultRubric.of(
                        question(QuestionKind.TECHNICAL, List.of("One.", "Two."), Points.of(10)));

        assertThat(rubric.criteria())
                .singleElement()
                .satisfies(
                        c ->
                                assertThat(c.levels())
                                        .extracting(level -> level.points().toString())
                                        .containsExactly("0.00", "2.50", "5.00", "7.50", "10.00"));
    }

    @Example
    void aStoryIsAskedForSituationActionResultAndLesson() {
        for (QuestionKind kind : List.of(QuestionKind.BEHAVIOURAL, QuestionKind.SITUATIONAL)) {
            Rubric rubric =
                    DefaultRubric.of(question(kind, List.of("I once did it."), Points.of(10)));

            assertThat(rubric.criteria())
                    .extracting(Criterion::id)
                    .containsExactly("situation", "action", "result", "learning");
            assertThat(rubric.criteria())
                    .extracting(Criterion::points)
                    .containsExactly(Points.of(2), Points.of(4), Points.of(2), Points.of(2));
        }
    }

    @Provide
    Arbitrary<QuestionKind> kinds() {
        return Arbitraries.of(
                QuestionKind.TECHNICAL, QuestionKind.PROBLEM_SOLVING, QuestionKind.BEHAVIOURAL);
    }

    @Provide
    Arbitrary<List<String>> modelAnswers() {
        return Arbitraries.of(
                        "Recursion",
                        "Yes. ",
                        "A sentence that is long enough. ",
                        "Is it? So it is! ",
                        "- a point of a list\n",
                        "1. ",
                        "过拟合是指模型记住了噪声。",
                        "e.g. 3.5 km\n\n")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(parts -> String.join("", parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static void assertLevelsRise(Criterion criterion) {
        for (int i = 1; i < criterion.levels().size(); i++) {
            assertThat(criterion.levels().get(i).points())
                    .isGreaterThan(criterion.levels().get(i - 1).points());
        }
        if (criterion.hasLevels()) {
            assertThat(criterion.levels().getLast().points()).isEqualTo(criterion.points());
            assertThat(criterion.levels().getFirst().points()).isEqualTo(Points.ZERO);
        }
    }

    private static Rubric technical(String modelAnswer) {
        return DefaultRubric.of(
                question(QuestionKind.TECHNICAL, List.of(modelAnswer), Points.of(10)));
    }

    private static Question question(QuestionKind kind, List<String> modelAnswers, Points points) {
        return new Question(
                Optional.empty(),
                "What is it?",
                kind,
                modelAnswers,
                Optional.empty(),
                points,
                Optional.empty(),
                List.of(),
                false);
    }
}
