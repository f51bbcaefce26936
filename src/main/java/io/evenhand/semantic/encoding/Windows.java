package io.evenhand.semantic.encoding;

/** Cuts a text's word pieces into stretches that the model can read at once. */
public final class Windows {

    /**
     * Word pieces: the model was trained on 128 to 256 at a time, of which two frame the text; it
     * could take 510, at more than twice the cost.
     */
    public static final int LENGTH = 254;

    private static final long CLS = 101;
    private static final long SEP = 102;

    private Windows() {}

    static long[] framed(long[] ids, int from, int to) {
        long[] framed = new long[to - from + 2];
        framed[0] = CLS;
        System.arraycopy(ids, from, framed, 1, to - from);
        framed[framed.length - 1] = SEP;
        return framed;
    }

    /** The vector at length 1; one that is all zero stays so. */
    public static float[] normalised(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        float[] result = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            result[i] = vector[i] * scale;
        }
        return result;
    }
}
