package io.evenhand.review.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KappaTests {

    /** Worked by hand: 35 of 50 the same; chance gives 25. */
    private static final int[][] TWO = {{20, 5}, {10, 15}};

    @Test
    void countsAgreementBeyondChance() {
        assertThat(Kappa.raw(TWO)).isEqualTo(.7);
        assertThat(Kappa.plain(TWO)).isEqualTo(.4, within(1e-12));
        assertThat(Kappa.quadratic(TWO))
                .as("two labels have one distance")
                .isEqualTo(.4, within(1e-12));
    }

    @Test
    void weighsADifferenceByItsSquare() {
        int[][] near = {{10, 2, 0}, {0, 10, 0}, {0, 0, 10}};
        int[][] far = {{10, 0, 2}, {0, 10, 0}, {0, 0, 10}};

        assertThat(Kappa.plain(near)).isCloseTo(Kappa.plain(far), within(.01));
        assertThat(Kappa.quadratic(near)).isGreaterThan(Kappa.quadratic(far) + .1);
        assertThat(Kappa.quadratic(new int[][] {{5, 0}, {0, 5}})).isEqualTo(1);
    }

    @Test
    void saysNothingWhereThereIsNothingToAgreeOn() {
        assertThat(Kappa.plain(new int[][] {{9, 0}, {0, 0}})).isNaN();
        assertThat(Kappa.plain(new int[2][2])).isNaN();
        assertThat(Kappa.interval(List.of(), 10).low()).isNaN();
    }

    @Test
    void narrowsTheIntervalWithMoreReviews() {
        Kappa.Interval few = Kappa.interval(pairs(10), 10);
        Kappa.Interval many = Kappa.interval(pairs(200), 10);
        double value = Kappa.quadratic(Kappa.steps(pairs(200), 10));

        assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 2);
        assertThat(value).isBetween(many.low(), many.high());
    }

    @Test
    void countsOverridesByConfidence() {
        List<Reviews.Pair> pairs =
                List.of(
                        new Reviews.Pair(.5, .5, .85),
                        new Reviews.Pair(.5, .75, .1),
                        new Reviews.Pair(.5, .5, .19));
        List<Overrides.Band> bands = Overrides.of(pairs);

        assertThat(bands).hasSize(5);
        assertThat(bands.getFirst().changed()).isEqualTo(1);
        assertThat(bands.getFirst().rate()).isEqualTo(.5);
        assertThat(bands.getLast().rate()).isZero();
        // 10 of 100, from the literature on Wilson's interval
        Overrides.Band known = Overrides.wilson("", 10, 100);
        assertThat(known.low()).isEqualTo(.0552, within(.0001));
        assertThat(known.high()).isEqualTo(.1744, within(.0001));
    }

    private static List<Reviews.Pair> pairs(int most) {
        List<Reviews.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            pairs.add(new Reviews.Pair(i % 10 / 10.0, (i % 10 + i % 3) / 12.0, .5));
        }
        return pairs;
    }
}
