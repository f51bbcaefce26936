package io.evenhand.batch.upload;

/** Leaves out the mark that some programs put before UTF-8. */
final class ByteOrderMark {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private int seen;

    /** Whether the byte belongs to the text. */
    boolean passes(byte next) {
        if (seen < MARK.length && next == MARK[seen]) {
            seen++;
            return false;
        }
        seen = MARK.length;
        return true;
    }
}
