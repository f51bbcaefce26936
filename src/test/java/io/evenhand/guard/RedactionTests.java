package io.evenhand.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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

    private String masked(String answer, String... names) {
        return guard.view(answer, List.of(names)).text();
    }
}
