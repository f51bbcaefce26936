package io.evenhand.batch.upload;

import java.io.ByteArrayOutputStream;

/** The bytes of a record while it comes in: its beginning is kept, and the rest counted. */
final class LineBytes {

    /** Room for the longest answer beside a long question with a rubric. */
    static final int MOST = 1 << 20;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    void add(byte next) {
        if (length < MOST) {
            kept.write(next);
        }
        length++;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** The record so far, as a line of its own; what comes next belongs to another. */
    RawLine take(int number) {
        RawLine line = new RawLine(number, kept.toByteArray(), length);
        kept.reset();
        length = 0;
        return line;
    }
}
