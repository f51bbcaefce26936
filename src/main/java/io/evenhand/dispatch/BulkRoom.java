package io.evenhand.dispatch;

/**
 * How much of an instance batches may have. They leave the rest to those who wait, and take of
 * their own share only what those leave; but a few always go on, however many wait.
 *
 * @param limit gradings of batches in flight, at most
 * @param floor so many are taken up even where there is no room
 */
record BulkRoom(int limit, int floor) {

    /** A tenth of the share is what goes on whatever happens. */
    private static final int FLOOR_PART = 10;

    static BulkRoom of(int capacity, double share) {
        int limit = Math.max(1, (int) Math.round(capacity * share));
        return new BulkRoom(limit, Math.ceilDiv(limit, FLOOR_PART));
    }

    /** The same share, and no more than that. */
    BulkRoom atMost(int other) {
        return other < limit ? new BulkRoom(other, Math.ceilDiv(other, FLOOR_PART)) : this;
    }

    /**
     * @param inFlight of batches
     * @param room that the instance has left for anything
     */
    int left(int inFlight, int room) {
        return Math.max(floor - inFlight, Math.min(limit - inFlight, room));
    }

    /** Whether it is worth claiming more before the next regular look. */
    boolean isLow(int inFlight) {
        return inFlight <= limit / 2;
    }
}
