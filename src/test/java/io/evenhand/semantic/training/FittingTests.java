package io.evenhand.semantic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.semantic.lexical.WordReader;
import io.evenhand.semantic.scoring.Band;
import io.evenhand.semantic.scoring.Doubt;
import io.evenhand.semantic.scoring.ItemCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The arithmetic of training, on numbers that can be checked by hand. */
class FittingTests {

    private static final Offset<Double> NEAR = within(1e-9);
    private static final double[][] GRAM = {{1, .5}, {.5, 1}};

    @Test
    void solvesLeastSquares() {
        LinearFit fit = new LinearFit(GRAM, new double[] {1, -.5}, new double[2], 0);

        // w0 + w1 / 2 = 1 and w0 / 2 + w1 = -1 / 2
        assertThat(fit.free()[0]).isCloseTo(5.0 / 3, NEAR);
        assertThat(fit.free()[1]).isCloseTo(-4.0 / 3, NEAR);
    }

    @Test
    void keepsSigns() {
        LinearFit fit = new LinearFit(GRAM, new double[] {1, -.5}, new double[2], 0);

        assertThat(fit.signed(new int[] {1, 1})).containsExactly(1, 0);
        assertThat(fit.signed(new int[] {1, 0})[1]).isNegative();
        assertThat(fit.signed(new int[] {-1, -1})[0]).isZero();
    }

    @Test
    void isPulledToItsPrior() {
        double[] prior = {3, 4};

        assertThat(new LinearFit(GRAM, new double[] {1, 0}, prior, 1e9).free()[1])
                .isCloseTo(4, within(1e-6));
    }

    @Test
    void measuresAgreement() {
        Agreement agreement =
                new Agreement(new double[] {.1, .4, .3, .8}, new double[] {0, 0, 1, 1});

        assertThat(agreement.areaUnderCurve()).isEqualTo(.75);
        assertThat(agreement.meanError()).isCloseTo(.35, NEAR);
        assertThat(agreement.sameSide()).isEqualTo(.75);
        // covariance .3 / 2, deviations .2549 and .5
        assertThat(agreement.r()).isCloseTo(.5883, within(1e-3));
        assertThat(new Agreement(new double[] {1, 1}, new double[] {0, 1}).r()).isZero();
        assertThat(new Agreement(new double[] {1, 1}, new double[] {0, 1}).areaUnderCurve())
                .isEqualTo(.5);
    }

    @Test
    void findsTheCurveThatMadeTheLabels() {
        Random random = new Random(1);
        double[] scores = new double[4000];
        double[] human = new double[scores.length];
        ItemCurve truth = new ItemCurve(.4, .1);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextDouble();
            human[i] = random.nextDouble() < truth.share(scores[i]) ? 1 : 0;
        }

        ItemCurve curve = ItemCurve.fit(List.of(new ItemCurve.Labels(scores, human)));

        assertThat(curve.middle()).isCloseTo(.4, within(.02));
        assertThat(curve.slope()).isCloseTo(.1, within(.01));
        assertThat(curve.share(.4 + curve.slope())).isBetween(.7, .76);
    }

    @Test
    void holdsFourOfFiveScores() {
        Random random = new Random(1);
        List<BandFit.Error> errors = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double share = random.nextDouble();
            double human = Math.clamp(share + .2 * random.nextGaussian(), 0, 1);
            errors.add(new BandFit.Error(share, human, 1));
        }

        List<Band> bands = BandFit.of(errors);

        assertThat(
                        errors.stream()
                                .filter(
                                        e ->
                                                Band.of(bands, e.share())
                                                        .covers(e.share(), e.human())))
                .hasSizeBetween(15_600, 16_800);
    }

    @Test
    void doubtsCodeAndWhatIsVeryShortOrLong() {
        WordReader words = WordReader.english();

        assertThat(doubt("A hash table finds an entry in constant time.", words)).isEqualTo(1);
        assertThat(doubt("for (int i = 0; i < n; i++) { sum += a[i]; }", words)).isGreaterThan(1);
        assertThat(doubt("a hash table", words)).isGreaterThan(1);
        assertThat(doubt("a hash table finds entries ".repeat(100), words)).isGreaterThan(1);
        assertThat(Doubt.isIllegible("= +", words.read("= +"))).isTrue();
        assertThat(Doubt.isIllegible("", words.read(""))).isFalse();
    }

    private static double doubt(String answer, WordReader words) {
        return Doubt.of(answer, words.read(answer));
    }
}
