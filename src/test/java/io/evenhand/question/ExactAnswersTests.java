package io.evenhand.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.Violation;
import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ExactAnswersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    O(n log n)   | 'o( n  log n ) .' | true
                    O(n log n)   | O(n log n)        | true
                    O(n log n)   | O(n)              | false
                    Straße       | STRASSE           | true
                    n!           | n!                | true
                    n!           | n                 | false
                    n            | n!                | false
                    Paris.       | paris             | true
                    Paris        | Paris, France     | false
                    Paris        | 'Paris;'          | true
                    x = 5        | x=5               | true
                    -            | -                 | true
                    """)
    void comparesWhatIsSaidAndNotHowItIsTyped(String right, String answer, boolean matches) {
        assertThat(exact(null, right).include(answer)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    42     |      | 42.0    | true
                    42     |      | 042     | true
                    42     |      | 4,2e1   | true
                    42     |      | 42.1    | false
                    42     |      | '42.'   | true
                    42     |      | −42     | false
                    -42    |      | −42     | true
                    3.14   | 0.01 | 3,15    | true
                    3.14   | 0.01 | 3.1501  | false
                    3.14   | 0.01 | pi      | false
                    1500   |      | '1,500' | true
                    1500   |      | 1 500   | true
                    1.5    |      | '1,5'   | true
                    1.5    |      | '1,500' | false
                    0.5    |      | .5      | true
                    0      | 1    | 1e999999999 | false
                    5      |      | 5 km    | false
                    """)
    void comparesNumbersAsNumbers(
            String right, BigDecimal tolerance, String answer, boolean matches) {
        assertThat(exact(tolerance, right).include(answer)).isEqualTo(matches);
    }

    @Test
    void anyOfTheRightOnesIsRight() {
        ExactAnswers answers = exact(null, "AUC", "area under the curve");

        assertThat(answers.include("Area under the curve.")).isTrue();
        assertThat(answers.include("auc")).isTrue();
        assertThat(answers.include("AUC area under the curve")).isFalse();
    }

    @Test
    void isGradedByOneCriterionOfTheQuestionsPoints() {
        Violations violations = new Violations();
        Question question = read("\"exactAnswers\": [\"42\"], \"points\": 3", violations);

        assertThat(violations.all()).isEmpty();
        assertThat(question.gradedBy().maxScore()).isEqualTo(Points.of(3));
        assertThat(question.gradedBy().criteria())
                .extracting(Criterion::id)
                .containsExactly("exact-answer");
        assertThat(question.exactAnswers().orElseThrow().texts()).containsExactly("42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rubric|\"exactAnswers\": [\"4\"], \"rubric\": {\"criteria\": [{\"id\": \"a\","
                        + " \"description\": \"b\", \"points\": 1}]}",
                "/modelAnswer|\"exactAnswers\": [\"4\"], \"modelAnswer\": \"b\"",
                "/modelAnswers|\"exactAnswers\": [\"4\"], \"modelAnswers\": [\"b\"]",
                "/exactAnswers|\"exactAnswers\": [\"4\"], \"kind\": \"BEHAVIOURAL\"",
                "/exactAnswers|\"exactAnswers\": [\"a\"], \"kind\": \"MULTIPLE_CHOICE\", \"options\":"
                        + " [{\"id\": \"a\", \"text\": \"a\", \"correct\": true}, {\"id\": \"b\","
                        + " \"text\": \"b\"}]",
                "/exactAnswers|\"exactAnswers\": []",
                "/exactAnswers/0|\"exactAnswers\": [\"...\"]",
                "/exactAnswers/0|\"exactAnswers\": [null]",
                "/tolerance|\"exactAnswers\": [\"four\"], \"tolerance\": 1",
                "/tolerance|\"exactAnswers\": [\"4\"], \"tolerance\": -1",
                "/tolerance|\"exactAnswers\": [\"4\"], \"tolerance\": 1e-999999999",
                "/tolerance|\"exactAnswers\": [\"4\"], \"tolerance\": 1e999999999",
                "/tolerance|\"modelAnswer\": \"four\", \"tolerance\": 1"
            })
    void saysWhatIsWrong(String given) {
        String pointer = given.substring(0, given.indexOf('|'));
        Violations violations = new Violations();

        read(given.substring(given.indexOf('|') + 1), violations);

        assertThat(violations.all()).extracting(Violation::pointer).containsExactly(pointer);
    }

    @Test
    void aToleranceOfAThousandthIsFineEnough() {
        Violations violations = new Violations();

        Question question = read("\"exactAnswers\": [\"0.5\"], \"tolerance\": 0.001", violations);

        assertThat(question.exactAnswers().orElseThrow().tolerance())
                .contains(new BigDecimal("0.001"));
    }

    private static Question read(String fields, Violations violations) {
        QuestionDocument document =
                new JsonMapper()
                        .readValue("{\"text\": \"What?\", " + fields + "}", QuestionDocument.class);
        return document.read("", violations)
                .orElseGet(
                        () ->
                                new Question(
                                        Optional.empty(),
                                        "",
                                        QuestionKind.TECHNICAL,
                                        List.of(),
                                        Optional.empty(),
                                        Points.ZERO,
                                        Optional.empty(),
                                        List.of(),
                                        false));
    }

    private static ExactAnswers exact(BigDecimal tolerance, String... texts) {
        return new ExactAnswers(Arrays.asList(texts), Stream.ofNullable(tolerance).findFirst());
    }
}
