package io.evenhand.semantic.encoding;

/**
 * A text as the embedding model sees it: its word pieces in order, each with a vector.
 *
 * @param vectors one of length 1 for each piece, so that a dot product is a cosine
 * @param weights how much each piece says, 0 to 1
 * @param starts where each piece begins in the text, in UTF-16 units
 * @param whole whether the text was read to its end
 */
@SuppressWarnings("ArrayRecordComponent")
public record TokenVectors(float[][] vectors, double[] weights, int[] starts, boolean whole) {

    public static final TokenVectors NONE =
            new TokenVectors(new float[0][], new double[0], new int[0], true);

    public int size() {
        return vectors.length;
    }
}
