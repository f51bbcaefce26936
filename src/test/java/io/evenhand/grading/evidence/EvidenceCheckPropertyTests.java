package io.evenhand.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import io.evenhand.grading.Evidence;
import io.evenhand.guard.AnswerGuard;
import io.evenhand.guard.JudgesView;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

class EvidenceCheckPropertyTests {

    private final AnswerGuard guard = new AnswerGuard();

    @Property
    void evidenceIsAPassageOfTheAnswerInWholeCharacters(
            @ForAll("texts") String answer,
            @ForAll @IntRange(max = 400) int from,
            @ForAll @IntRange(min = 1, max = 80) int length,
            @ForAll("slips") String slip) {
        JudgesView view = guard.view(answer, List.of("Ana"));
        int start = from % (view.text().length() + 1);
        int end = Math.min(view.text().length(), start + length);
        String quote = view.text().substring(start, end) + slip;

        List<Evidence> found = new EvidenceCheck(view, answer).verify(quote);

        Statistics.label("found").collect(!found.isEmpty());
        Statistics.label("found").coverage(c -> c.check(true).percentage(p -> p > 20));
        for (Evidence evidence : found) {
            assertThat(answer.substring(evidence.start(), evidence.end()))
                    .isEqualTo(evidence.quote())
                    .isNotEmpty();
            assertThat(isGraphemeBoundary(answer, evidence.start())).isTrue();
            assertThat(isGraphemeBoundary(answer, evidence.end())).isTrue();
        }
    }

    @Property
    void wholeWordsOfAnAnswerAreFoundWhateverTheirCase(
            @ForAll("words") List<String> words, @ForAll @IntRange(max = 30) int from) {
        String answer = String.join(" ", words);
        String quote = String.join("  ", words.subList(from % words.size(), words.size()));

        List<Evidence> found = check(answer).verify(quote.toUpperCase(Locale.ROOT));

        assertThat(found)
                .singleElement()
                .satisfies(e -> assertThat(e.quote()).isEqualToNormalizingWhitespace(quote));
    }

    @Property
    void anAnswerWithoutItsLastWordsHoldsNoQuote(
            @ForAll("words") List<String> words, @ForAll("words") List<String> before) {
        String quote = String.join(" ", before) + " zyzzyva quixotic";

        assertThat(check(String.join(" ", words)).verify(quote)).isEmpty();
    }

    private EvidenceCheck check(String answer) {
        return new EvidenceCheck(guard.view(answer, List.of()), answer);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "the model ",
                                "fits noise ",
                                "Ana ",
                                "e\u0301",
                                "\u200B",
                                "👩\u200D👧",
                                "🇩🇪",
                                "\r\n",
                                "\u00A0",
                                "过拟合",
                                "가",
                                "\u1112\u1161",
                                "\uD83D",
                                "\uDE00",
                                "…",
                                "“",
                                "3.5 ",
                                "न\u094D",
                                "\u00AD",
                                "İ",
                                "ß",
                                "ﬁ",
                                "\uDB40\uDC67"),
                        Arbitraries.integers().between(0, 0x10FFFF).map(Character::toString))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> slips() {
        return Arbitraries.of("", "", "", "x", " …", "\uD83D", "\u0301");
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("alpha", "beta", "gamma", "delta", "epsilon", "ωmega", "жук")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static boolean isGraphemeBoundary(String text, int offset) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        return graphemes.isBoundary(offset);
    }
}
