package io.evenhand.batch;

/**
 * How much of an upload is stored.
 *
 * @param upload counts the uploads with the same key; only the last one may add lines
 * @param lastLine number of the last line that is stored; 0 before the first
 * @param total lines that became gradings
 * @param rejected lines that became nothing
 */
public record Received(int upload, int lastLine, int total, int rejected) {

    static final Received NOTHING = new Received(1, 0, 0, 0);

    Received again() {
        return new Received(upload + 1, lastLine, total, rejected);
    }

    Received plus(int newLastLine, int accepted, int refused) {
        return new Received(upload, newLastLine, total + accepted, rejected + refused);
    }
}
