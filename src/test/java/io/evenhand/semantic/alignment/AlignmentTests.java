package io.evenhand.semantic.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.guard.Span;
import io.evenhand.semantic.encoding.TokenVectors;
import org.junit.jupiter.api.Test;

class AlignmentTests {

    private static final float[] X = {1, 0, 0, 0};
    private static final float[] Y = {0, 1, 0, 0};
    private static final float[] HALF_X = {.5f, (float) Math.sqrt(.75), 0, 0};

    @Test
    void countsWhatIsFoundByWeightAndNews() {
        TokenVectors key = vectors(new double[] {1, .5}, X, Y);
        TokenVectors question = vectors(new double[] {1}, Y);
        TokenVectors answer = vectors(new double[] {1}, HALF_X);

        // only X is new; half of it is found
        assertThat(align(key, question, answer).coverage()).isCloseTo(.5, within(1e-6));
        // without a question (1 * .5 + .5 * .866) / 1.5
        assertThat(align(key, TokenVectors.NONE, answer).coverage()).isCloseTo(.6220, within(1e-4));
    }

    @Test
    void findsNothingInNothing() {
        TokenVectors key = vectors(new double[] {1}, X);

        assertThat(align(key, key, TokenVectors.NONE).coverage()).isZero();
        assertThat(align(TokenVectors.NONE, key, key).coverage()).isZero();
    }

    @Test
    void saysNothingWhereTheQuestionSaysAll() {
        TokenVectors key = vectors(new double[] {1, 1}, X, Y);

        assertThat(align(key, key, key).saysNothing()).isTrue();
        assertThat(align(key, key, key).coverage()).isZero();
    }

    @Test
    void isFullWhereTheAnswerIsTheKey() {
        TokenVectors key = vectors(new double[] {1, .3}, X, HALF_X);

        assertThat(align(key, TokenVectors.NONE, key).coverage()).isCloseTo(1, within(1e-6));
    }

    @Test
    void looksAtAPartOfTheKey() {
        TokenVectors key = vectors(new double[] {1, 1}, X, Y);
        TokenVectors answer = vectors(new double[] {1}, Y);
        Alignment all = align(key, TokenVectors.NONE, answer);

        assertThat(all.within(key, new Span(0, 1)).coverage()).isZero();
        assertThat(all.within(key, new Span(1, 2)).coverage()).isCloseTo(1, within(1e-6));
    }

    @Test
    void measuresTheWorstFoundPieces() {
        TokenVectors key = vectors(new double[] {1, 1, 1, 1}, X, X, X, HALF_X);
        Alignment alignment = align(key, TokenVectors.NONE, vectors(new double[] {1}, X));

        assertThat(alignment.quantile(.1)).isCloseTo(.5, within(1e-6));
        assertThat(alignment.quantile(.5)).isCloseTo(1, within(1e-6));
        assertThat(alignment.share(cosine -> cosine < .6)).isCloseTo(.25, within(1e-6));
        assertThat(alignment.sharpCoverage()).isCloseTo(3.125 / 4, within(1e-6));
    }

    @Test
    void looksBackwardsToo() {
        TokenVectors key = vectors(new double[] {1}, X);
        PieceSearch answer = new PieceSearch(vectors(new double[] {1, 1}, Y, HALF_X));

        assertThat(answer.nearestTo(key).backwards()).containsExactly(0, .5);
    }

    @Test
    void ignoresOppositeDirections() {
        TokenVectors key = vectors(new double[] {1}, X);
        TokenVectors answer = vectors(new double[] {1}, new float[] {-1, 0, 0, 0});

        assertThat(align(key, TokenVectors.NONE, answer).coverage()).isZero();
    }

    private static Alignment align(TokenVectors key, TokenVectors question, TokenVectors answer) {
        PieceSearch.Nearest nearest = new PieceSearch(answer).nearestTo(key);
        return Alignment.of(
                key.weights(),
                new PieceSearch(question).nearestTo(key).cosines(),
                nearest.cosines(),
                nearest.pieces());
    }

    private static TokenVectors vectors(double[] weights, float[]... vectors) {
        int[] starts = new int[vectors.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
        }
        return new TokenVectors(vectors, weights, starts, true);
    }
}
