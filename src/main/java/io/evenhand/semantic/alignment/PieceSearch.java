package io.evenhand.semantic.alignment;

import io.evenhand.semantic.encoding.TokenVectors;
import java.util.Arrays;

/**
 * A text in which the nearest pieces to those of other texts are looked up.
 *
 * <p>Vectors are kept by dimension: the inner loop then runs over pieces, which the compiler turns
 * into vector instructions, as it may not do with a sum.
 */
final class PieceSearch {

    /**
     * What was nearest to each piece.
     *
     * @param cosines 0 to 1, 0 where nothing was near
     * @param pieces where in the text that was searched
     * @param backwards for each piece of the text that was searched, the cosine of the nearest of
     *     those looked up
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Nearest(double[] cosines, int[] pieces, double[] backwards) {}

    private final float[][] byDimension;
    private final int size;

    PieceSearch(TokenVectors text) {
        this.size = text.size();
        this.byDimension = new float[size == 0 ? 0 : text.vectors()[0].length][size];
        for (int piece = 0; piece < size; piece++) {
            for (int d = 0; d < byDimension.length; d++) {
                byDimension[d][piece] = text.vectors()[piece][d];
            }
        }
    }

    Nearest nearestTo(TokenVectors key) {
        double[] cosines = new double[key.size()];
        int[] pieces = new int[key.size()];
        double[] backwards = new double[size];
        float[] row = new float[size];
        for (int i = 0; i < key.size(); i++) {
            cosinesOf(key.vectors()[i], row);
            for (int j = 0; j < size; j++) {
                backwards[j] = Math.max(backwards[j], Math.min(row[j], 1));
                if (row[j] > cosines[i]) {
                    cosines[i] = Math.min(row[j], 1);
                    pieces[i] = j;
                }
            }
        }
        return new Nearest(cosines, pieces, backwards);
    }

    /** Of each piece of the text with one vector, -1 to 1. */
    float[] cosinesTo(float[] vector) {
        float[] row = new float[size];
        cosinesOf(vector, row);
        return row;
    }

    private void cosinesOf(float[] vector, float[] row) {
        Arrays.fill(row, 0);
        for (int d = 0; d < byDimension.length; d++) {
            addScaled(row, byDimension[d], vector[d]);
        }
    }

    private static void addScaled(float[] row, float[] column, float by) {
        for (int j = 0; j < row.length; j++) {
            row[j] += by * column[j];
        }
    }
}
