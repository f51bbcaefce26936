package io.evenhand.guard;

import com.ibm.icu.text.UnicodeSet;

/**
 * The next visible characters of a text; looks only a little way, so that hostile text is cheap.
 */
final class Lookahead {

    /** Stands for no character; never kept in a view itself. */
    static final int NONE = 0;

    /** Code points, invisible ones included; words that need joiners have a few marks at most. */
    private static final int FARTHEST = 16;

    private final String text;
    private final int from;
    private final UnicodeSet skipped;

    Lookahead(String text, int from, UnicodeSet skipped) {
        this.text = text;
        this.from = from;
        this.skipped = skipped;
    }

    /** The next visible character, {@link #NONE} if there is none near. */
    int first() {
        return firstNotIn(UnicodeSet.EMPTY);
    }

    /**
     * The next visible character that is not in the set either, {@link #NONE} if there is none
     * near.
     */
    int firstNotIn(UnicodeSet passed) {
        int at = from;
        for (int seen = 0; seen < FARTHEST && at < text.length(); seen++) {
            int codePoint = text.codePointAt(at);
            if (!skipped.contains(codePoint) && !passed.contains(codePoint)) {
                return codePoint;
            }
            at += Character.charCount(codePoint);
        }
        return NONE;
    }

    /** Whether one that is wanted comes before the first visible one that is not in the set. */
    boolean anyWhile(UnicodeSet passed, UnicodeSet wanted) {
        int at = from;
        for (int seen = 0; seen < FARTHEST && at < text.length(); seen++) {
            int codePoint = text.codePointAt(at);
            if (wanted.contains(codePoint)) {
                return true;
            }
            if (!skipped.contains(codePoint) && !passed.contains(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return false;
    }
}
