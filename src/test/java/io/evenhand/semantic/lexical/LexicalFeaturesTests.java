package io.evenhand.semantic.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalFeaturesTests {

    private static final String QUESTION = "What does a compiler do?";
    private static final String KEY = "A compiler translates source code into machine code.";

    private final WordReader english = WordReader.english();
    private final WordReader german = WordReader.german();

    @Test
    void findsAllOfTheKeyInItself() {
        assertThat(value("word_recall", KEY)).isEqualTo(1);
        assertThat(value("word_f1_new", KEY)).isEqualTo(1);
        assertThat(value("pair_recall", KEY)).isEqualTo(1);
        assertThat(value("letters_dice", KEY)).isEqualTo(1);
        assertThat(value("sequence_recall", KEY)).isEqualTo(1);
        assertThat(value("new_words", KEY)).isZero();
    }

    @Test
    void comparesStemsAndLeavesOutWhatTheQuestionSays() {
        // of translat, sourc, code, machin (and "into" by .05) two are found
        assertThat(value("word_recall_new", "Translating codes."))
                .isCloseTo(2 / 4.05, within(1e-6));
        assertThat(value("copied_from_question", "a compiler")).isEqualTo(1);
    }

    @Test
    void forgivesMisspelling() {
        assertThat(value("word_recall_new", "translats mashine")).isLessThan(.3);
        assertThat(value("word_recall_typos", "translats mashine")).isGreaterThan(.4);
    }

    @ParameterizedTest
    @CsvSource({"machine,machine,0", "machine,mashine,1", "machine,mahcine,1", "code,cod,1"})
    void countsWrongLetters(String one, String other, int wrong) {
        int distance = Spelling.distance(one, other, 2);
        assertThat(distance == wrong || other.length() < 4 && distance > 2).isTrue();
    }

    @Test
    void seesContradictions() {
        assertThat(value("negation_differs", "It does not translate code")).isPositive();
        assertThat(value("negation_differs", "It translates code")).isZero();
        assertThat(value("opposites", "The speed increases.", "The speed decreases.")).isEqualTo(1);
        assertThat(value("opposites", "The speed increases.", "It increases.")).isZero();
        assertThat(value("numbers_missing", "8 bytes", "20 bytes")).isEqualTo(1);
        assertThat(value("numbers_other", "8 bytes", "20 bytes")).isEqualTo(1);
    }

    @Test
    void countsRepetitionOnlyOnce() {
        assertThat(value("bm25", "machine machine machine"))
                .isLessThan(2 * value("bm25", "machine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "I don't know", "No idea, sorry.", "No submission."})
    void knowsAnswersThatSayNothing(String answer) {
        assertThat(english.read(answer).saysNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "the answer is given by the compiler",
                "n = 5",
                "None",
                "It is empty."
            })
    void takesOtherAnswersForAnswers(String answer) {
        assertThat(english.read(answer).saysNothing()).isFalse();
    }

    @Test
    void stemsGerman() {
        assertThat(german.read("Häuser").stems()).isEqualTo(german.read("Haus").stems());
        assertThat(german.read("Keine Ahnung").saysNothing()).isTrue();
        assertThat(german.read("für die").contentSize()).isZero();
    }

    private double value(String name, String answer) {
        return value(name, KEY, answer);
    }

    private double value(String name, String key, String answer) {
        double[] values =
                LexicalFeatures.of(
                        new Trio(english.read(QUESTION), english.read(key), english.read(answer)));
        assertThat(values).hasSize(LexicalFeatures.NAMES.size());
        return values[LexicalFeatures.NAMES.indexOf(name)];
    }
}
