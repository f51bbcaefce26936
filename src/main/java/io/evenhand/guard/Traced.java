package io.evenhand.guard;

/**
 * A text whose every UTF-16 unit knows which stretch of the original it came from.
 *
 * @param starts where in the original each unit's source begins, never falling
 * @param ends where in the original each unit's source ends, exclusive, never falling
 */
@SuppressWarnings("ArrayRecordComponent")
public record Traced(String text, int[] starts, int[] ends) {

    public static Traced of(String original) {
        int[] starts = new int[original.length()];
        int[] ends = new int[original.length()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
            ends[i] = i + 1;
        }
        return new Traced(original, starts, ends);
    }

    public int length() {
        return text.length();
    }
}
