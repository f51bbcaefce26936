package io.evenhand.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Span;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ApproximateTests {

    @Example
    void forgivesOneEditForEveryTwelveCharacters() {
        Approximate text = new Approximate("so the model fits noise in the data and fails");

        assertThat(text.find("the model fit noise in t")).contains(new Span(3, 28));
        assertThat(text.find("tha modal fit noise in t")).isEmpty();
        assertThat(text.find("fit noises")).isEmpty();
    }

    @Example
    void aHundredQuotesThatAreAbsentFromALongAnswerTakeBoundedWork() {
        String answer = "the quick brown fox jumps over the lazy dog and ".repeat(417);
        Approximate text = new Approximate(answer.substring(0, 20_000));

        IntStream.range(0, 100)
                .forEach(
                        i ->
                                assertThat(
                                                text.find(
                                                        "the lazy brown wolf number "
                                                                + i
                                                                + " jumps ".repeat(100)))
                                        .isEmpty());

        assertThat(text.work()).isLessThan(Approximate.MOST_WORK);
    }

    @Example
    void theHardestQuotesStopBeingLookedForWhenTheWorkIsSpent() {
        Approximate text = new Approximate("a".repeat(20_000));

        IntStream.range(0, 100)
                .forEach(i -> assertThat(text.find("a".repeat(500) + "b".repeat(500))).isEmpty());

        assertThat(text.work()).isBetween(Approximate.MOST_WORK, Approximate.MOST_WORK + 1_000);
        assertThat(text.find("a".repeat(23) + "b")).isEmpty();
    }

    @Property
    void findsANeighbourExactlyIfPlainDynamicProgrammingDoes(
            @ForAll("texts") String text, @ForAll("texts") String pattern) {
        int most = Math.min(6, pattern.length() / 12);
        boolean near = most > 0 && !text.isEmpty() && least(text, pattern) <= most;

        assertThat(new Approximate(text).nearest(pattern).isPresent()).isEqualTo(near);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("漢字").ofMaxLength(40);
    }

    /** The whole matrix of edit distances, where a match may begin and end anywhere in the text. */
    private static int least(String text, String pattern) {
        int[][] costs = new int[pattern.length() + 1][text.length() + 1];
        for (int i = 1; i <= pattern.length(); i++) {
            costs[i][0] = i;
            for (int j = 1; j <= text.length(); j++) {
                int other = pattern.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1;
                costs[i][j] =
                        Math.min(
                                costs[i - 1][j - 1] + other,
                                1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
            }
        }
        return IntStream.of(costs[pattern.length()]).min().orElseThrow();
    }
}
