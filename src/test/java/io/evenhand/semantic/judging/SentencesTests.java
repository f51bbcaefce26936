package io.evenhand.semantic.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTests {

    @Test
    void cutsAtFullStopsAndLines() {
        assertThat(sentences("One thing. Another thing!\n- a line\n...\nlast"))
                .containsExactly("One thing.", "Another thing!", "- a line", "last");
    }

    @Test
    void findsNoneWithoutLettersOrDigits() {
        assertThat(sentences(" ... \n\n -- ")).isEmpty();
    }

    @Test
    void splitsWhatIsTooLongBetweenWords() {
        String text = "word ".repeat(100).strip();
        List<Span> pieces = Sentences.split(text, new Span(0, text.length()), 42).toList();

        assertThat(pieces).allSatisfy(p -> assertThat(p.end() - p.start()).isLessThanOrEqualTo(42));
        assertThat(String.join("", pieces.stream().map(p -> p.of(text)).toList())).isEqualTo(text);
        assertThat(pieces).extracting(p -> p.of(text).strip()).allMatch(p -> p.startsWith("word"));
    }

    @Test
    void neverSplitsACharacter() {
        String text = "👩‍👩‍👧".repeat(50);
        List<Span> pieces = Sentences.split(text, new Span(0, text.length()), 21).toList();

        assertThat(pieces).allMatch(p -> p.of(text).replace("👩‍👩‍👧", "").isEmpty());
    }

    private static List<String> sentences(String text) {
        return Sentences.of(text).stream().map(span -> span.of(text)).toList();
    }
}
