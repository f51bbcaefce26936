package io.evenhand.semantic.alignment;

/**
 * How near the nearest of so many pieces of an unrelated text comes to each piece of a key.
 *
 * @param cosines for each piece of the key: what is to be expected of one piece, of two, of four
 *     and so on; 0 to 1, rising
 */
@SuppressWarnings("ArrayRecordComponent")
public record Chance(double[][] cosines) {

    /** Doublings that are kept; longer texts than 2,048 pieces are not read. */
    static final int DOUBLINGS = 11;

    /**
     * Straight between the doublings, since the greatest of many draws grows by about as much each
     * time their number is doubled.
     *
     * @param pieces of the text that is searched, 1 or more
     */
    double expected(int piece, int pieces) {
        double[] curve = cosines[piece];
        double doublings = Math.clamp(Math.log(pieces) / Math.log(2), 0, DOUBLINGS);
        int below = (int) Math.min(doublings, DOUBLINGS - 1);
        return curve[below] + (doublings - below) * (curve[below + 1] - curve[below]);
    }

    /**
     * Cohen's kappa of one piece (Educational and Psychological Measurement 20, 1960): what was
     * found beyond chance, as a part of what chance leaves to be found; 0 to 1.
     */
    double beyond(double found, int piece, int pieces) {
        double chance = expected(piece, pieces);
        return found > chance ? (found - chance) / (1 - chance) : 0;
    }
}
