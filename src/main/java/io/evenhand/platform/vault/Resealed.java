package io.evenhand.platform.vault;

/**
 * What came of a look at rows.
 *
 * @param rows that were sealed anew
 * @param missed that somebody else changed meanwhile
 * @param broken that do not open, and stay as they are
 */
record Resealed(long rows, long missed, long broken) {

    static final Resealed NOTHING = new Resealed(0, 0, 0);
    static final Resealed ONE = new Resealed(1, 0, 0);
    static final Resealed MISSED = new Resealed(0, 1, 0);
    static final Resealed BROKEN = new Resealed(0, 0, 1);

    Resealed plus(Resealed other) {
        return new Resealed(rows + other.rows, missed + other.missed, broken + other.broken);
    }

    /** Whether all that opens was under the current key already. */
    boolean isClean() {
        return rows == 0 && missed == 0;
    }
}
