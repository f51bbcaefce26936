package io.evenhand.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.grading.ScoreRange;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SharePropertyTests {

    @Property
    void risesWithCoverageFromNothingToAll(
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other,
            @ForAll @DoubleRange(max = 1000) double mass) {
        assertThat(Share.of(Math.max(one, other), mass))
                .isGreaterThanOrEqualTo(Share.of(Math.min(one, other), mass))
                .isBetween(0.0, 1.0);
        assertThat(Share.of(0, mass)).isZero();
        assertThat(Share.of(1, mass)).isCloseTo(1, within(1e-9));
    }

    @Example
    void givesLittleBelowAQuarterAndMostAboveThreeQuarters() {
        assertThat(Share.of(.25, 2.6)).isLessThan(.2);
        assertThat(Share.of(.25, 25)).isLessThan(.35);
        assertThat(Share.of(.75, 2.6)).isGreaterThan(.75);
    }

    @Property
    void intervalsHoldTheScoreAndStayOnTheScale(
            @ForAll @IntRange(max = 1000) int share,
            @ForAll @IntRange(min = 1, max = 100) int judged,
            @ForAll @IntRange(max = 10) int open,
            @ForAll @IntRange(max = 10) int lost) {
        Points most = Points.of(judged);
        Points proposed = most.times(BigDecimal.valueOf(share, 3));

        ScoreRange range = ScoreInterval.around(proposed, most, Points.of(open), Points.of(lost));

        assertThat(proposed).isBetween(range.min(), range.max());
        assertThat(range.min()).isGreaterThanOrEqualTo(Points.ZERO);
        assertThat(range.max()).isLessThanOrEqualTo(most.plus(Points.of(open)));
    }
}
