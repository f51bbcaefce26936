package io.evenhand.guard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Flag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingTests {

    private final Detector detector = new Padding();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. Leakage is bad for models. ",
                "dropout dropout dropout dropout dropout dropout dropout dropout dropout training training training training training training training training "
            })
    void findAnswersThatSayTheSameAgain(String answer) {
        assertThat(Answers.codes(detector, answer)).containsExactly(Flag.Code.PADDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Data leakage means that information which will not be available at prediction time finds its way into training, so that the measured quality is too good to be true. One prevents it by splitting first and fitting every transformation on the training part only.",
                "no no no"
            })
    void leaveAloneOrdinaryText(String answer) {
        assertThat(Answers.flags(detector, answer)).isEmpty();
    }
}
