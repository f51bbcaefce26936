package io.evenhand.semantic.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.semantic.encoding.TokenVectors;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChanceTests {

    private static final Offset<Double> NEAR = within(.002);

    private static final float[] X = {1, 0};
    private static final float[] Y = {0, 1};
    private static final float[] HALF_X = {.5f, (float) Math.sqrt(.75)};
    private static final float[] AGAINST_X = {-1, 0};

    @Test
    void expectsTheGreatestOfSoManyDraws() {
        // one piece of four is half as near as can be: 1 - (3 / 4)^n of the draws hold it
        Chance chance = Unrelated.of(text(HALF_X, Y, Y, AGAINST_X)).chance(text(X));

        assertThat(chance.expected(0, 1)).isCloseTo(.5 / 4, NEAR);
        assertThat(chance.expected(0, 2)).isCloseTo(.5 * 7 / 16, NEAR);
        assertThat(chance.expected(0, 4)).isCloseTo(.5 * 175 / 256, NEAR);
        assertThat(chance.expected(0, 100_000)).isCloseTo(.5, NEAR);
    }

    @Test
    void growsWithTheLengthOfTheTextThatIsSearched() {
        Chance chance = Unrelated.of(text(HALF_X, Y, Y, Y, Y, Y, Y, Y)).chance(text(X));

        assertThat(chance.expected(0, 3))
                .isBetween(chance.expected(0, 2), chance.expected(0, 4))
                .isCloseTo((chance.expected(0, 2) + chance.expected(0, 4)) / 2, within(.02));
    }

    @Test
    void countsWhatIsFoundAsAPartOfWhatChanceLeaves() {
        Chance chance = new Chance(new double[][] {constant(.6)});

        assertThat(chance.beyond(.8, 0, 10)).isCloseTo(.5, within(1e-9));
        assertThat(chance.beyond(1, 0, 10)).isEqualTo(1);
        assertThat(chance.beyond(.5, 0, 10)).isZero();
        assertThat(new Chance(new double[][] {constant(1)}).beyond(1, 0, 10)).isZero();
    }

    @Test
    void leavesNothingOfAKeyThatIsInTheUnrelatedText() {
        TokenVectors key = text(X, HALF_X);
        PieceSearch.Nearest nearest = new PieceSearch(key).nearestTo(key);
        Alignment whole =
                Alignment.of(
                        key.weights(), new double[key.size()], nearest.cosines(), nearest.pieces());

        Alignment common = whole.beyond(Unrelated.of(key).chance(key), 100_000);
        Alignment rare = whole.beyond(Unrelated.of(text(AGAINST_X)).chance(text(X, X)), 10);

        assertThat(common.coverage()).isLessThan(.01);
        assertThat(rare.coverage()).isCloseTo(1, within(1e-6));
    }

    private static double[] constant(double value) {
        double[] curve = new double[Chance.DOUBLINGS + 1];
        Arrays.fill(curve, value);
        return curve;
    }

    private static TokenVectors text(float[]... vectors) {
        double[] weights = new double[vectors.length];
        Arrays.fill(weights, 1);
        return new TokenVectors(vectors, weights, new int[vectors.length], true);
    }
}
