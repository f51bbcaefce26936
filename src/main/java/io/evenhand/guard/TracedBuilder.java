package io.evenhand.guard;

import java.util.Arrays;

/** Writes a new text from stretches of a traced one, so that the trace to the original goes on. */
public final class TracedBuilder {

    private final Traced source;
    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    public TracedBuilder(Traced source) {
        this.source = source;
        this.text = new StringBuilder(source.length());
        this.starts = new int[source.length()];
        this.ends = new int[source.length()];
    }

    /** Takes over units {@code from} to {@code to} (exclusive) of the source as they are. */
    public void copy(int from, int to) {
        int at = text.length();
        text.append(source.text(), from, to);
        reserve(text.length());
        System.arraycopy(source.starts(), from, starts, at, to - from);
        System.arraycopy(source.ends(), from, ends, at, to - from);
    }

    /** Writes the replacement where units {@code from} to {@code to} of the source stood. */
    public void replace(int from, int to, CharSequence replacement) {
        int at = text.length();
        text.append(replacement);
        reserve(text.length());
        Arrays.fill(starts, at, text.length(), source.starts()[from]);
        Arrays.fill(ends, at, text.length(), source.ends()[to - 1]);
    }

    /** What was written so far. */
    public CharSequence written() {
        return text;
    }

    public Traced build() {
        int length = text.length();
        return new Traced(
                text.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }

    private void reserve(int length) {
        if (length > starts.length) {
            starts = Arrays.copyOf(starts, Math.max(length, starts.length * 2));
            ends = Arrays.copyOf(ends, starts.length);
        }
    }
}
