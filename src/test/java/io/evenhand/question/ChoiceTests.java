package io.evenhand.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'a,b'     | 1 | 1
                    'b, a'    | 1 | 1
                    ' a ,,b,' | 1 | 1
                    'a,a,b'   | 1 | 1
                    'a'       | 0 | 0.5
                    'a,b,c'   | 0 | 0.5
                    'a,c'     | 0 | 0
                    'c'       | 0 | 0
                    'a,c,d'   | 0 | 0
                    'A,B'     | 0 | 0
                    ''        | 0 | 0
                    ','       | 0 | 0
                    """)
    void earnsAllOrNothingUnlessItIsPartial(String answer, BigDecimal all, BigDecimal partial) {
        assertThat(Choice.of(question(false), answer).share()).isEqualByComparingTo(all);
        assertThat(Choice.of(question(true), answer).share()).isEqualByComparingTo(partial);
    }

    @Test
    void countsWhatWasChosen() {
        Choice choice = Choice.of(question(true), "a,b,c");

        assertThat(choice.right()).isEqualTo(2);
        assertThat(choice.wrong()).isEqualTo(1);
        assertThat(choice.allRight()).isEqualTo(2);
    }

    @Test
    void namesOptionsThatThereAreNot() {
        assertThat(Choice.unknown(question(false), "a, x ,A,d"))
                .containsExactlyInAnyOrder("x", "A");
        assertThat(Choice.unknown(question(false), " , ")).isEmpty();
    }

    @Test
    void isGradedByOneCriterionOfTheQuestionsPoints() {
        assertThat(Choice.rubric(question(false)).maxScore()).isEqualTo(Points.of("2.5"));
    }

    private static Question question(boolean partial) {
        return new Question(
                Optional.empty(),
                "Which of them?",
                QuestionKind.MULTIPLE_CHOICE,
                List.of(),
                Optional.empty(),
                Points.of("2.5"),
                Optional.empty(),
                List.of(
                        new Option("a", "A", true),
                        new Option("b", "B", true),
                        new Option("c", "C", false),
                        new Option("d", "D", false)),
                partial);
    }
}
