package io.evenhand.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Evidence;
import io.evenhand.guard.AnswerGuard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceCheckTests {

    private static final String ANSWER =
            "Overfitting means that the model memorises the training data. It does not generalise"
                    + " well: the accuracy of 95.5 % falls to 60 % on unseen data, so it isn't of"
                    + " use.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the model memorises the training data     | the model memorises the training data
                    THE MODEL   memorises the Training data   | the model memorises the training data
                    "the model memorises the training data"   | the model memorises the training data
                    “memorises the training data.”            | memorises the training data.
                    the model memorizes the training data     | the model memorises the training data
                    the modell memorises the traning data     | the model memorises the training data
                    so it isn’t of use                        | so it isn't of use
                    95.5 %                                    | 95.5 %
                    """)
    void findsWhatTheAnswerHoldsButForSlips(String quote, String passage) {
        assertThat(verify(ANSWER, quote)).extracting(Evidence::quote).containsExactly(passage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the model forgets the training data
                    It does generalise well: the accuracy of 95.5 % falls
                    It does not not generalise well: the accuracy falls
                    the accuracy of 95.4 % falls to 60 % on unseen data
                    the accuracy of 95.5 % falls to 6 % on unseen data
                    the accuracy of 95
                    the accuracy of 9
                    5 % falls to 60 %
                    falls to 60 % on seen data
                    seen data, so it
                    so it is of use and the accuracy of 95.5 % falls
                    ver
                    .
                    …
                    ''
                    """)
    void doesNotFindWhatSaysSomethingElse(String quote) {
        assertThat(verify(ANSWER, quote)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Such a network certainly can do so, it really does not. So be it. \
                    | Such a network certainly can do so, it really does now. So be it.
                    We use supervised learning on these data in this project. \
                    | We use unsupervised learning on these data in this project.
                    We use unsupervised learning on these data in this project. \
                    | We use supervised learning on these data in this project.
                    In this case it holds that a < b for the learning rates. \
                    | In this case it holds that a > b for the learning rates.
                    Das Modell hat keine Daten aus dem Test gesehen, wie gefordert. \
                    | Das Modell hat seine Daten aus dem Test gesehen, wie gefordert.
                    The error increases with the depth of the tree. \
                    | The error decreases with the depth of the tree.
                    Gradient descent will minimise the loss of the network. \
                    | Gradient descent will maximise the loss of the network.
                    This is a case of inductive reasoning from what was seen. \
                    | This is a case of deductive reasoning from what was seen.
                    The side chain is hydrophobic, which folds the protein. \
                    | The side chain is hydrophilic, which folds the protein.
                    The network has a macroscopic structure that one can see. \
                    | The network has a microscopic structure that one can see.
                    The model is better on the test set than it was before. \
                    | The model is on the test set better than it was before.
                    The value of the loss falls by -5 in every one of the epochs. \
                    | The value of the loss falls by 5 in every one of the epochs.
                    """)
    void forgivesNoSlipThatTurnsTheMeaning(String answer, String quote) {
        assertThat(verify(answer, quote)).isEmpty();
        assertThat(verify(answer, answer)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It", "the", "so it", "it … of", "does not"})
    void functionWordsAreNoEvidence(String quote) {
        assertThat(verify(ANSWER, quote)).isEmpty();
    }

    @Test
    void functionWordsOfTheAnswersLanguageAreNoEvidence() {
        String german = "Das ist nicht der Fall, weil die Daten nicht mit dem Modell wachsen.";

        assertThat(verify(german, "weil die")).isEmpty();
        assertThat(verify(german, "die Daten")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    No.                       | no
                    Not so!                   | not so
                    It is O(n) in the mean    | O(n)
                    It takes a[i] and no more | a[i]
                    There are 3 of them       | 3
                    It is so for n of them    | n
                    """)
    void shortAnswersAndFormulasAreEvidence(String answer, String quote) {
        assertThat(verify(answer, quote)).hasSize(1);
    }

    @Test
    void looksForEachPartAroundAnEllipsis() {
        assertThat(verify(ANSWER, "the model memorises … It does not generalise"))
                .extracting(Evidence::quote)
                .containsExactly("the model memorises", "It does not generalise");
        assertThat(verify(ANSWER, "\"Overfitting means [...] training data...\""))
                .extracting(Evidence::quote)
                .containsExactly("Overfitting means", "training data");
        assertThat(verify(ANSWER, "the model memorises ... and forgets")).isEmpty();
    }

    @Test
    void findsTypographicFormsOfQuotationMarksAndDashes() {
        String answer = "He said „gradient descent“ – it’s a method.";

        assertThat(verify(answer, "said \"gradient descent\" - it's a"))
                .containsExactly(evidence(answer, "said „gradient descent“ – it’s a"));
    }

    @Test
    void countsHiddenCharactersOfTheAnswer() {
        String answer = "The mo\u200Bdel \u2060fits\u00AD no\u200Dise, \u202Eonly noise.";

        Evidence found = verify(answer, "model fits noise").getFirst();

        assertThat(found.quote()).isEqualTo("mo\u200Bdel \u2060fits\u00AD no\u200Dise");
        assertThat(found.start()).isEqualTo(4);
        assertThat(found.end()).isEqualTo(answer.indexOf(','));
    }

    @Test
    void findsQuotesWithOtherSpacesAndDecomposedLetters() {
        String answer = "Die Größe\u00A0der\u2009Stichprobe zählt.";

        assertThat(verify(answer, "Gro\u0308ße der Stichprobe"))
                .containsExactly(evidence(answer, "Größe\u00A0der\u2009Stichprobe"));
        assertThat(verify("Die Größe der Stichprobe", "Größe\u00A0der  Stichprobe")).hasSize(1);
    }

    @Test
    void findsPassagesOfScriptsWithoutSpaces() {
        String chinese = "过拟合是指模型记住了训练数据中的噪声。";
        String japanese = "モデルはデータを記憶してしまう。";
        String thai = "โมเดลจดจำข้อมูลการฝึก";

        assertThat(verify(chinese, "模型记住了训练数据")).containsExactly(evidence(chinese, "模型记住了训练数据"));
        assertThat(verify(chinese, "噪声")).containsExactly(evidence(chinese, "噪声"));
        assertThat(verify(japanese, "データを記憶")).containsExactly(evidence(japanese, "データを記憶"));
        assertThat(verify(thai, "จดจำข้อมูล")).containsExactly(evidence(thai, "จดจำข้อมูล"));
    }

    @Test
    void neverSplitsAnEmoji() {
        String family = "👩\u200D👩\u200D👧";
        String answer = "Teams " + family + " win 🏆🇩🇪 often.";

        assertThat(verify(answer, "Teams 👩"))
                .extracting(Evidence::quote)
                .containsExactly("Teams " + family);
        assertThat(verify(answer, "win 🏆🇩"))
                .extracting(Evidence::quote)
                .containsExactly("win 🏆🇩🇪");
        assertThat(verify(answer, "\uDFC6🇩🇪 often"))
                .extracting(Evidence::quote)
                .containsExactly("🏆🇩🇪 often");
    }

    @Test
    void aShortQuoteIsWholeWords() {
        assertThat(verify("An index", "x")).isEmpty();
        assertThat(verify("It is x there", "x")).containsExactly(new Evidence("x", 6, 7));
        assertThat(verify("O(n) steps, not n1", "n")).containsExactly(new Evidence("n", 2, 3));
    }

    @Test
    void takesNoCopyOfTheAnswerForAQuote() {
        String answer = "word ".repeat(300);

        assertThat(verify(answer, answer.substring(0, 1_000))).hasSize(1);
        assertThat(verify(answer, answer.substring(0, 1_001))).isEmpty();
    }

    private static Evidence evidence(String answer, String quote) {
        int start = answer.indexOf(quote);
        return new Evidence(quote, start, start + quote.length());
    }

    private static List<Evidence> verify(String answer, String quote) {
        return new EvidenceCheck(new AnswerGuard().view(answer, List.of()), answer).verify(quote);
    }
}
