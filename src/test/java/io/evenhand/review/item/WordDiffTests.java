package io.evenhand.review.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Feedback;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordDiffTests {

    @Test
    void showsWhatWasChangedWordByWord() {
        assertThat(WordDiff.of("It is well said.", "It is badly said."))
                .containsExactly(
                        new WordDiff.Piece("same", "It is "),
                        new WordDiff.Piece("del", "well "),
                        new WordDiff.Piece("ins", "badly "),
                        new WordDiff.Piece("same", "said."));
    }

    @Test
    void showsNothingWhereNothingWasChanged() {
        Feedback feedback = new Feedback("Good.", List.of("noise"), List.of());

        assertThat(WordDiff.of(feedback, feedback)).isEmpty();
    }

    @Test
    void doesNotCompareWhatTakesTooLong() {
        assertThat(WordDiff.of("a ".repeat(1_500), "b ".repeat(1_500))).isEmpty();
    }
}
