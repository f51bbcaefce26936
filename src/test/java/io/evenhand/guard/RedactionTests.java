package io.evenhand.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RedactionTests {

    private final AnswerGuard guard = new AnswerGuard();

    @Test
    void masksWholeWordsInAnyCase() {
        assertThat(masked("JANE doe's janet Jane, jane", "Jane", "Jane Doe"))
                .isEqualTo("[redacted]'s janet [redacted], [redacted]");
    }

    @Test
    void masksWhatInvisibleCharactersAndWhiteSpaceHide() {
        assertThat(masked("Ja\u200Bne\u00A0 \nD\u00ADoe", "Jane Doe")).isEqualTo("[redacted]");
    }

    @Test
    void masksADecomposedNameByItsComposedForm() {
        assertThat(masked("Rene\u0301 wrote", "RENÉ")).isEqualTo("[redacted] wrote");
    }

    @Test
    void masksOverlappingNamesAsOne() {
        assertThat(masked("Ana Maria Silva", "Ana Maria", "Maria Silva")).isEqualTo("[redacted]");
    }

    @Test
    void masksNamesInScriptsWithoutSpaces() {
        assertThat(masked("我叫王伟。김철수는", "王伟", "김철수")).isEqualTo("我叫[redacted]。[redacted]는");
    }

    @Test
    void readsNoPatternIntoAName() {
        assertThat(masked("a.b axb \\E", "a.b", "\\E")).isEqualTo("[redacted] axb [redacted]");
    }

    @Test
    void doesNotMaskAMask() {
        assertThat(masked("Jane [redacted]", "Jane", "redacted", "]"))
                .isEqualTo("[redacted] [redacted]");
    }

    @Test
    void ignoresNamesOfNothingVisible() {
        assertThat(masked("as it was", "", " ", "\u200B")).isEqualTo("as it was");
    }

    @Test
    void mapsAMaskToTheWholeName() {
        String answer = "I, Jane Doe, say";
        JudgesView view = guard.view(answer, List.of("Jane Doe"));

        assertThat(view.original(new Span(5, 6)).of(answer)).isEqualTo("Jane Doe");
    }

    @Test
    void masksANameOfThousandsOfWords() {
        String name = "word  ".repeat(5_000).strip();

        assertThat(masked("I, " + "WORD ".repeat(5_000) + "say", name))
                .isEqualTo("I, [redacted] say");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isNotSlowedByLongNamesThatAlmostStandThere() {
        String answer = "a".repeat(20_000);
        String[] names = new String[100];
        Arrays.setAll(names, i -> "a".repeat(10_000 + i) + "b");

        assertThat(masked(answer, names)).isEqualTo(answer);
    }

    private String masked(String answer, String... names) {
        return guard.view(answer, List.of(names)).text();
    }
}
