package io.evenhand.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JudgesViewPropertyTests {

    private final AnswerGuard guard = new AnswerGuard();

    @Property
    void anySpanOfTheViewLiesOnWholeCharactersOfTheOriginal(
            @ForAll("texts") String answer,
            @ForAll("names") List<String> redact,
            @ForAll @IntRange(max = 1000) int from,
            @ForAll @IntRange(max = 1000) int length) {
        JudgesView view = guard.view(answer, redact);
        int start = from % (view.text().length() + 1);
        Span original =
                view.original(new Span(start, Math.min(start + length, view.text().length())));

        assertThat(original.end()).isLessThanOrEqualTo(answer.length());
        assertThat(isGraphemeBoundary(answer, original.start())).isTrue();
        assertThat(isGraphemeBoundary(answer, original.end())).isTrue();
    }

    @Property
    void laterInTheViewIsNeverEarlierInTheOriginal(
            @ForAll("texts") String answer, @ForAll("names") List<String> redact) {
        JudgesView view = guard.view(answer, redact);
        Span before = new Span(0, 0);
        for (int at = 0; at < view.text().length(); at++) {
            Span here = view.original(new Span(at, at + 1));
            assertThat(here.start()).isGreaterThanOrEqualTo(before.start());
            assertThat(here.end()).isGreaterThanOrEqualTo(before.end()).isGreaterThan(here.start());
            before = here;
        }
    }

    @Property
    void aPieceOfTheOriginalLooksLikeItsViewAgain(@ForAll("texts") String answer) {
        JudgesView view = guard.view(answer, List.of());
        Span all = view.original(new Span(0, view.text().length()));

        assertThat(guard.view(all.of(answer), List.of()).text()).isEqualTo(view.text());
    }

    @Property
    void aViewIsItsOwnView(@ForAll("texts") String answer, @ForAll("names") List<String> redact) {
        String once = guard.view(answer, redact).text();

        assertThat(guard.view(once, redact).text()).isEqualTo(once);
        assertThat(Normalizer2.getNFCInstance().isNormalized(once)).isTrue();
    }

    @Property
    void plainTextStaysAsItIs(@ForAll("plainTexts") String answer) {
        JudgesView view = guard.view(answer, List.of());
        Span all = new Span(0, answer.length());

        assertThat(view.text()).isEqualTo(answer);
        assertThat(view.original(all)).isEqualTo(all);
    }

    @Property
    void onlyInvisibleCharactersAreBlank(@ForAll("invisibles") String answer) {
        assertThat(guard.view(answer, List.of()).isBlank()).isTrue();
        assertThat(guard.view(answer + "x" + answer, List.of()).isBlank()).isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(pieces(), markup(), anyCharacters())
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of("a", "Ana", "ana b", "é", "한", "redacted", "[", ".", "👩", "क्", "")
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> plainTexts() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .ofMinLength(1)
                .ofMaxLength(100)
                .list()
                .ofMaxSize(100)
                .map(words -> String.join(" ", words).replaceAll("[@<+]", "x"));
    }

    @Provide
    Arbitrary<String> invisibles() {
        return Arbitraries.of(
                        " ",
                        "\n",
                        "\t",
                        "\u200B",
                        "\u200D",
                        "\u2060",
                        "\u202E",
                        "\u2067",
                        "\uFE0F",
                        "\uDB40\uDC41",
                        "\uDB40\uDD01",
                        "\uD800",
                        "\u2800",
                        "\u3164",
                        "\u0007")
                .list()
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(
                "a",
                "Ana",
                " b",
                "e",
                "1",
                " ",
                "  ",
                "\n",
                "\r\n",
                "\t",
                "\u00A0",
                "\u2028",
                ".",
                "\u0301",
                "\u0327",
                "\u0344",
                "\u20E3",
                "é",
                "ẛ̣",
                "\u212B",
                "\u1112",
                "\u1161",
                "\u11AB",
                "가",
                "क",
                "\u094D",
                "\u093C",
                "\u0951",
                "ي",
                "ا",
                "\u064E",
                "\u0DCA",
                "👩",
                "❤",
                "\uFE0F",
                "\uFE0E",
                "\u200D",
                "\u200C",
                "\u200B",
                "🏽",
                "🇩",
                "🇪",
                "🏴",
                "\uDB40\uDC67",
                "\uDB40\uDC7F",
                "\uDB40\uDD00",
                "\uD83D",
                "\uDE00",
                "\u202E",
                "\u2066",
                "\u00AD",
                "\uFEFF",
                "\u0600",
                "\u180B",
                "ᠨ",
                "\u115F",
                "\u3164",
                "²",
                "ﬁ",
                "[redacted]");
    }

    private static Arbitrary<String> markup() {
        return Arbitraries.of(
                "<!--",
                "-->",
                "<b hidden>",
                "</b>",
                "<i style='display:none'>",
                "</i>",
                "<script>",
                "</script>",
                "<",
                ">",
                "!",
                "--",
                "`",
                "```",
                "[//]: # (",
                "\n[//]: # (x)",
                ")",
                "\\phantom{",
                "}",
                "ana@example.org",
                "@",
                ".com",
                "+49 171 2345678",
                " 0171 2345678",
                "tel",
                "https://x.org/?",
                "q=1",
                "#",
                ";");
    }

    private static Arbitrary<String> anyCharacters() {
        return Arbitraries.integers().between(0, 0x10FFFF).map(Character::toString);
    }

    private static boolean isGraphemeBoundary(String text, int offset) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        return graphemes.isBoundary(offset);
    }
}
