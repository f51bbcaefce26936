package io.evenhand.guard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Flag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongLanguageTests {

    private final Detector detector = new WrongLanguage(Answers.LANGUAGES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Das ist, wenn die Daten nicht für das Modell sind und man sie trotzdem hat.",
                "Это когда данные утекают из модели."
            })
    void findsAnotherLanguageThanTheQuestions(String answer) {
        assertThat(Answers.codes(detector, answer)).containsExactly(Flag.Code.WRONG_LANGUAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It is when the data of the test are in the training.", "overfitting"})
    void leavesAloneWhatIsNotPlain(String answer) {
        assertThat(Answers.flags(detector, answer)).isEmpty();
    }
}
