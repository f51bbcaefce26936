package io.evenhand.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTests {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The model fits the noise and it does not generalise.",
                "de | Das Modell lernt die Daten auswendig und verallgemeinert nicht.",
                "es | El modelo memoriza los datos y no generaliza a otros.",
                "fr | Le modèle apprend les données par cœur et ne généralise pas.",
                "ru | Модель запоминает шум и плохо обобщает.",
                "zh | 模型记住了训练数据中的噪声。",
                "ja | モデルは訓練データを覚えてしまう。",
                "ko | 모델이 훈련 데이터를 외운다."
            })
    void knowsALanguageThatIsPlainToSee(String language, String text) {
        assertThat(detector.detect(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "...",
                "SGD",
                "ReLU, softmax, dropout",
                "SELECT * FROM t WHERE a = 1",
                "w_i ← w_i − η ∂L/∂w_i, σ² = Σ(x−μ)²",
                "Zeitgeist, Kindergarten",
                "Softmax Cross-Entropy α β γ δ ε ζ η"
            })
    void saysNothingOfWhatIsNot(String text) {
        assertThat(detector.detect(text)).isEmpty();
    }

    @Test
    void takesAQuotedPhraseForWhatItIs() {
        assertThat(
                        detector.detect(
                                "In German it is called 'die Kurve der Daten', which means that the"
                                        + " curve follows the data."))
                .contains("en");
    }
}
