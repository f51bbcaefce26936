package io.evenhand.guard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Flag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearBlankTests {

    private final Detector detector = new NearBlank();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Solution:",
                "Let's think step by step.",
                "I don't know.",
                "...",
                "???",
                "🙂🙂",
                "Keine Ahnung",
                "No lo sé",
                "Je ne sais pas",
                "Не знаю",
                "不知道",
                "xxxxx",
                "Answer:\n1.\n2.\n3."
            })
    void findAnswersThatSayNothing(String answer) {
        assertThat(Answers.codes(detector, answer)).containsExactly(Flag.Code.NEAR_BLANK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "42",
                "π",
                "No",
                "nothing happens",
                "x²",
                "Solution: splitting first",
                "∞",
                ">"
            })
    void keepShortAnswersThatSaySomething(String answer) {
        assertThat(Answers.flags(detector, answer)).isEmpty();
    }
}
