package io.evenhand.semantic.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.grading.ScoreRange;
import io.evenhand.question.Points;
import io.evenhand.semantic.scoring.Band;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SpreadPropertyTests {

    private static final List<Band> BANDS = List.of(new Band(.5, .2, .6), new Band(1, .4, .1));

    @Property
    void spreadsAScoreSoThatCriteriaAddUpToIt(
            @ForAll @IntRange(max = 1000) int total,
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(max = 1) Double> shares,
            @ForAll @IntRange(min = 1, max = 500) int hundredths) {
        BigDecimal points = BigDecimal.valueOf(hundredths, 2);
        double[] of = shares.stream().mapToDouble(share -> share).toArray();

        double[] spread = Spread.over(total / 1000.0, of, Collections.nCopies(of.length, points));

        double sum = Arrays.stream(spread).sum() * points.doubleValue();
        assertThat(sum).isCloseTo(total / 1000.0 * of.length * points.doubleValue(), within(.0051));
        assertThat(Arrays.stream(spread)).allMatch(share -> share >= 0 && share <= 1);
    }

    @Example
    void keepsTheOrderOfTheCriteriaItSpreadsOver() {
        List<BigDecimal> points = Collections.nCopies(3, BigDecimal.valueOf(5));

        assertThat(Spread.over(.5, new double[] {.9, .2, .6}, points))
                .satisfies(spread -> assertThat(spread[0]).isGreaterThan(spread[2]))
                .satisfies(spread -> assertThat(spread[2]).isGreaterThan(spread[1]));
    }

    @Property
    void intervalsHoldTheScoreAndStayOnTheScale(
            @ForAll @IntRange(max = 1000) int share,
            @ForAll @IntRange(min = 1, max = 100) int judged,
            @ForAll @IntRange(max = 10) int open,
            @ForAll @IntRange(max = 10) int lost,
            @ForAll @DoubleRange(min = 1, max = 2) double doubt) {
        Points most = Points.of(judged);
        Points proposed = most.times(BigDecimal.valueOf(share, 3));

        ScoreRange range =
                new ScoreInterval(BANDS, doubt)
                        .around(proposed, most, Points.of(open), Points.of(lost));

        assertThat(proposed).isBetween(range.min(), range.max());
        assertThat(range.min()).isGreaterThanOrEqualTo(Points.ZERO);
        assertThat(range.max()).isLessThanOrEqualTo(most.plus(Points.of(open)));
    }
}
