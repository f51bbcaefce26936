package io.evenhand.guard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Flag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedModelAnswerTests {

    private final Detector detector = new CopiedModelAnswer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Data leakage means that information which will not be available at prediction time finds its way into training, so that the measured quality is too good to be true. One prevents it by splitting first and fitting every transformation on the training part only.",
                "Answer: Data leakage means that information which will not be available at prediction time finds its way into training, so that the measured quality is too good to be true."
            })
    void findTheKeyWordByWord(String answer) {
        assertThat(Answers.codes(detector, answer)).containsExactly(Flag.Code.COPIED_MODEL_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leakage is when the model sees something in training that it would not have when it really predicts, so validation looks great. Split first.",
                "The training data holds the answer."
            })
    void leaveAloneOwnWords(String answer) {
        assertThat(Answers.flags(detector, answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Data leakage means that information which will not be available at prediction time finds its way into training, so that the measured quality is too good to be true. One never prevents it by splitting first and fitting every transformation on the training part only.",
                "only. part training the on transformation every fitting and first splitting by it prevents One true. be to good too is quality measured the that so training, into way its finds time prediction at available be not will which information that means leakage Data"
            })
    void findsTheKeyShuffledOrNegated(String answer) {
        assertThat(Answers.codes(detector, answer))
                .containsExactly(Flag.Code.REARRANGED_MODEL_ANSWER);
    }
}
