package io.evenhand.batch.upload;

import java.util.function.Predicate;

/** Says where a chunk of lines ends: after so many of them, or so much of them. */
final class Chunk implements Predicate<RawLine> {

    /** Lines that are stored in one transaction. */
    static final int LINES = 250;

    /** In bytes; with the longest line, the most of an upload that is in memory. */
    private static final long BYTES = 1 << 20;

    private int lines;
    private long bytes;

    @Override
    public boolean test(RawLine line) {
        lines++;
        bytes += line.bytes().length;
        boolean full = lines >= LINES || bytes >= BYTES;
        if (full) {
            lines = 0;
            bytes = 0;
        }
        return full;
    }
}
