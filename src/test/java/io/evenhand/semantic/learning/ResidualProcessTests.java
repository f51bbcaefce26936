package io.evenhand.semantic.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResidualProcessTests {

    private static final Scored LEFT = scored(.5, 1, 0, "left");
    private static final Scored RIGHT = scored(.5, 0, 1, "right");

    @Test
    void ofOneReviewItExpectsTheShareThatTheKernelGives() {
        double error = ResidualProcess.of(List.of(LEFT), new double[] {.4}).at(RIGHT).error();

        double between = .005 + .05 * .25 + .03 * Math.exp(-1 / .16);
        double itself = .005 + .05 * .25 + .03 + .03 + .03;
        assertThat(error).isCloseTo(.4 * between / itself, within(1e-9));
    }

    @Test
    void expectsOfAnAnswerWhatItsLikesWereGiven() {
        ResidualProcess process =
                ResidualProcess.of(
                        List.of(LEFT, LEFT, LEFT, RIGHT, RIGHT, RIGHT),
                        new double[] {.3, .3, .3, -.3, -.3, -.3});

        assertThat(process.at(LEFT).error()).isBetween(.2, .3);
        assertThat(process.at(RIGHT).error()).isBetween(-.3, -.2);
    }

    @Test
    void isSurerWithEveryReviewThatSurprisesNobody() {
        double last = ResidualProcess.unlearned(LEFT).variance();
        for (int n = 1; n <= 50; n++) {
            double now = variance(n, 0);
            assertThat(now).isLessThan(last).isPositive();
            last = now;
        }
    }

    @Test
    void isAsUnsureAsPeopleAreWhoGradeTheSameAnswer() {
        double calm = variance(40, .05);
        double torn = variance(40, .5);

        assertThat(Math.sqrt(calm)).isBetween(.04, .15);
        assertThat(Math.sqrt(torn)).isBetween(.4, .6);
    }

    /** Of so many reviews of one answer, which differ by so much up and down in turn. */
    private static double variance(int reviews, double apart) {
        double[] errors =
                IntStream.range(0, reviews).mapToDouble(i -> i % 2 == 0 ? apart : -apart).toArray();
        return ResidualProcess.of(Collections.nCopies(reviews, LEFT), errors).at(LEFT).variance();
    }

    @Test
    void isAtEaseWithFiftyAnswersThatAreAllTheSame() {
        ResidualProcess process =
                ResidualProcess.of(
                        Collections.nCopies(50, LEFT),
                        IntStream.range(0, 50).mapToDouble(i -> .2).toArray());

        assertThat(process.at(LEFT).error()).isCloseTo(.2, within(.01));
    }

    @Test
    void theOrderOfTheReviewsChangesNothing() {
        Random random = new Random(7);
        List<Scored> reviewed =
                random.doubles(20)
                        .mapToObj(x -> scored(x, Math.cos(x), Math.sin(x), "w" + (int) (x * 9)))
                        .toList();
        double[] errors = reviewed.stream().mapToDouble(s -> s.prior() - .5).toArray();
        double[] backwards = new double[20];
        for (int i = 0; i < 20; i++) {
            backwards[i] = errors[19 - i];
        }

        assertThat(ResidualProcess.of(reviewed.reversed(), backwards).at(LEFT).error())
                .isCloseTo(ResidualProcess.of(reviewed, errors).at(LEFT).error(), within(1e-9));
    }

    @Test
    void whatIsExpectedStaysOnTheScale() {
        List<Scored> reviewed = Collections.nCopies(20, LEFT);

        assertThat(
                        new Learner(reviewed, Collections.nCopies(20, 1.0), .9)
                                .expect(scored(1, 1, 0, "left"))
                                .expected())
                .isEqualTo(1);
        assertThat(
                        new Learner(reviewed, Collections.nCopies(20, 0.0), -.9)
                                .expect(scored(0, 1, 0, "left"))
                                .expected())
                .isZero();
    }

    @Test
    void aDriftIsBelievedAsFarAsReviewsCarryIt() {
        assertThat(TenantDrift.shrunk(.2, 0)).isZero();
        assertThat(TenantDrift.shrunk(.2, 10)).isCloseTo(.1, within(1e-9));
        assertThat(TenantDrift.shrunk(.2, 200)).isBetween(.19, .2);
    }

    private static Scored scored(double prior, double x, double y, String word) {
        return new Scored(prior, new Traits(new float[] {(float) x, (float) y}, Map.of(word, 1.0)));
    }
}
