package io.evenhand.guard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Flag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedQuestionTests {

    private final Detector detector = new CopiedQuestion();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is data leakage in machine learning, and how do you prevent it?",
                "Answer: data leakage in machine learning, and how you prevent it."
            })
    void findTheQuestionAlone(String answer) {
        assertThat(Answers.codes(detector, answer)).containsExactly(Flag.Code.COPIED_QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is data leakage in machine learning, and how do you prevent it? By splitting first.",
                "Data leakage is when data leaks.",
                "leakage"
            })
    void leaveAloneAQuestionThatIsAnswered(String answer) {
        assertThat(Answers.flags(detector, answer)).isEmpty();
    }
}
