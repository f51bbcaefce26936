package io.evenhand.semantic;

/**
 * A text as the embedding model sees it: its word pieces in order, each with a vector.
 *
 * @param vectors one of length 1 for each piece, so that a dot product is a cosine
 * @param weights how much each piece says, 0 to 1
 * @param starts where each piece begins in the text, in UTF-16 units
 * @param whole whether the text was read to its end
 */
@SuppressWarnings("ArrayRecordComponent")
record TokenVectors(float[][] vectors, double[] weights, int[] starts, boolean whole) {

    static final TokenVectors NONE =
            new TokenVectors(new float[0][], new double[0], new int[0], true);

    int size() {
        return vectors.length;
    }

    /**
     * Cosine of one of these pieces with one of another text, -1 to 1; summed in four parts, which
     * the processor does side by side. The length of vectors is a multiple of four.
     */
    double cosine(int piece, TokenVectors other, int otherPiece) {
        float[] a = vectors[piece];
        float[] b = other.vectors[otherPiece];
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int i = 0; i + 3 < a.length; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        return first + second + third + fourth;
    }

    /** For each of these pieces the nearest piece of the other text. */
    Nearest nearestIn(TokenVectors other) {
        double[] cosines = new double[size()];
        int[] pieces = new int[size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                double cosine = cosine(i, other, j);
                if (cosine > cosines[i]) {
                    cosines[i] = cosine;
                    pieces[i] = j;
                }
            }
        }
        return new Nearest(cosines, pieces);
    }

    /**
     * What was nearest to each piece.
     *
     * @param cosines 0 to 1, 0 where nothing was near
     * @param pieces where in the other text
     */
    record Nearest(double[] cosines, int[] pieces) {}
}
