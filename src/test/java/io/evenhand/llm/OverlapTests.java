package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTests {

    private static final String MODEL_ANSWER =
            "The model fits the noise of its training set instead of the pattern behind it.";

    private final Overlap overlap =
            new Overlap(List.of(MODEL_ANSWER), List.of("It fits noise.", "What is overfitting?"));

    @Test
    void cutsOutWhatTheModelAnswerSaysWordForWord() {
        assertThat(
                        overlap.cut(
                                "Good. But the model FITS the noise of its training set, instead of the pattern: say so."))
                .isEqualTo("Good. But …: say so.");
    }

    @Test
    void leavesSevenWordsAlone() {
        String feedback = "You say that the model fits the noise of its data.";

        assertThat(overlap.cut(feedback)).isEqualTo(feedback);
    }

    @Test
    void cutsEightWords() {
        assertThat(overlap.cut("Say that the model fits the noise of its training data."))
                .isEqualTo("Say that … data.");
    }

    @Test
    void cutsEachOfSeveralPassages() {
        assertThat(
                        overlap.cut(
                                "The model fits the noise of its training; and set instead of the pattern behind it. Ok"))
                .isEqualTo("…; and set instead of the pattern behind it. Ok");
    }

    @Test
    void leavesAloneWhatTheCandidateSaysToo() {
        Overlap known = new Overlap(List.of(MODEL_ANSWER), List.of(MODEL_ANSWER));

        assertThat(known.cut(MODEL_ANSWER)).isEqualTo(MODEL_ANSWER);
    }

    @Test
    void knowsWordsOfLanguagesWithoutSpaces() {
        String model = "过拟合是指模型记住了训练数据中的噪声而不是学习其背后的规律因此在新数据上表现很差";
        Overlap chinese = new Overlap(List.of(model), List.of());

        assertThat(chinese.cut("请注意：" + model + "。")).doesNotContain("训练数据中的噪声");
    }

    @Test
    void takesTextsWithoutWords() {
        assertThat(overlap.cut("")).isEmpty();
        assertThat(overlap.cut("!!!")).isEqualTo("!!!");
    }
}
