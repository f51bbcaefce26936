package io.evenhand.semantic.alignment;

import io.evenhand.semantic.encoding.TokenVectors;
import io.evenhand.semantic.encoding.Windows;
import io.evenhand.semantic.lexical.Wording;

/**
 * A text, read: its word pieces with their vectors, and its words.
 *
 * @param mean of the vectors, at length 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record Text(TokenVectors pieces, float[] mean, Wording words) {

    static Text of(TokenVectors pieces, Wording words) {
        return new Text(pieces, mean(pieces.vectors()), words);
    }

    private static float[] mean(float[][] vectors) {
        float[] sum = new float[vectors.length == 0 ? 0 : vectors[0].length];
        for (float[] vector : vectors) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += vector[d];
            }
        }
        return Windows.normalised(sum);
    }
}
