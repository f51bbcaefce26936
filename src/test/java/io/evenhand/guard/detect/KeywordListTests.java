package io.evenhand.guard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Flag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordListTests {

    private final Detector detector = new KeywordList(Answers.LANGUAGES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leakage, prediction time, training, split, pipeline, scaler, time series, target",
                "- dropout\n- probability\n- neurons\n- ensemble\n- scaling\n- inference\n- value"
            })
    void findTermsWithoutAStatement(String answer) {
        assertThat(Answers.codes(detector, answer)).containsExactly(Flag.Code.KEYWORD_LIST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Splitting first, then fitting the scaler on the training part, and checking duplicates.",
                "SYN, ACK, FIN",
                "x = 1, y = 2, z = 3, a = 4, b = 5, c = 6, d = 7",
                "答案，训练，测试，数据，泄漏，模型，预测，时间"
            })
    void leaveAloneProseNotesAndFormulas(String answer) {
        assertThat(Answers.flags(detector, answer)).isEmpty();
    }
}
