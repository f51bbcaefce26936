package io.evenhand.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerGuardTests {

    private final AnswerGuard guard = new AnswerGuard();

    @Test
    void composesButKeepsWhatCarriesMeaning() {
        assertThat(view("x² + e\u0301 = \u1112\u1161\u11AB")).isEqualTo("x² + é = 한");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u200C",
                "\u200D",
                "\u2060",
                "\uFEFF",
                "\u00AD",
                "\u202E",
                "\u2066",
                "\uFE0F",
                "\uDB40\uDD00",
                "\uDB40\uDC61",
                "\u0000",
                "\u001B",
                "\uD83D",
                "\uDE00",
                "\u3164",
                "\u034F",
                "\uFFFC",
                "\u180E"
            })
    void takesOutWhatNobodySees(String invisible) {
        assertThat(view("we" + invisible + "ight")).isEqualTo("weight");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩🏽‍🔬",
                "❤️‍🔥",
                "👨‍👩‍👧‍👦",
                "1️⃣",
                "☺︎",
                "🏳️‍🌈", // emoji
                "می\u200Cخواهم", // Persian
                "क्\u200Dष", // Hindi
                "ශ්\u200Dරී", // Sinhala
                "র\u200D্যাব", // Bengali
                "ᠨᠢᠭᠡ\u180E\u182D\u180B" // Mongolian
            })
    void keepsJoinersAndSelectorsThatShapeTheirNeighbours(String text) {
        assertThat(view(text)).isEqualTo(text);
    }

    @Test
    void makesWhiteSpacePlain() {
        assertThat(view("a \t\u00A0\u3000b\r\nc  \n \r\n\n\n  d")).isEqualTo("a b\nc\n\n d");
    }

    @Test
    void leavesNoMoreMarksOnALetterThanTextEverHas() {
        assertThat(view("e" + "\u0301".repeat(500))).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u200B\u2060\uFEFF", "\u2800\u3164 \u00A0", "\uD800"})
    void isBlankWhenNothingVisibleIsLeft(String answer) {
        assertThat(guard.view(answer, List.of()).isBlank()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "\u0301", "0", "[redacted]"})
    void isNotBlankAsLongAsSomethingIsVisible(String answer) {
        assertThat(guard.view(answer, List.of()).isBlank()).isFalse();
    }

    @Test
    void mapsBackToTheOriginalIncludingWhatWasHiddenWithin() {
        String answer = "The\u200B  we\u200Dight e\u0301";
        JudgesView view = guard.view(answer, List.of());

        assertThat(view.text()).isEqualTo("The weight é");
        assertThat(view.original(new Span(4, 10)).of(answer)).isEqualTo("we\u200Dight");
        assertThat(view.original(new Span(11, 12)).of(answer)).isEqualTo("e\u0301");
    }

    @Test
    void neverSplitsWhatAReaderSeesAsOneCharacter() {
        String answer = "a 👨‍👩‍👧 b";
        JudgesView view = guard.view(answer, List.of());

        assertThat(view.original(new Span(3, 4)).of(answer)).isEqualTo("👨‍👩‍👧");
    }

    private String view(String answer) {
        return guard.view(answer, List.of()).text();
    }
}
