package io.evenhand.semantic.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SharePropertyTests {

    @Property
    void risesWithTheScoreFromNothingToAll(
            @ForAll @DoubleRange(min = -3, max = 3) double one,
            @ForAll @DoubleRange(min = -3, max = 3) double other) {
        assertThat(Share.of(Math.max(one, other)))
                .isGreaterThanOrEqualTo(Share.of(Math.min(one, other)))
                .isBetween(0.0, 1.0);
    }

    @Example
    void isALittleAboveTheScoreInTheMiddleAndBentAtTheEnds() {
        assertThat(Share.of(.5)).isCloseTo(.5125, within(1e-9));
        assertThat(Share.of(1)).isBetween(.85, .95);
        assertThat(Share.of(-1)).isZero();
        assertThat(Share.of(2)).isEqualTo(1);
    }
}
