package io.evenhand.semantic.lexical;

/** Finds a stem in a text even where somebody mistyped it. */
final class Spelling {

    /** Letters from which one may be wrong, and from which two may. */
    private static final int ONE_WRONG = 4;

    private static final int TWO_WRONG = 8;

    private Spelling() {}

    static boolean isIn(Wording text, String stem) {
        if (text.has(stem)) {
            return true;
        }
        int allowed = stem.length() < ONE_WRONG ? 0 : stem.length() < TWO_WRONG ? 1 : 2;
        return allowed > 0
                && text.stems().stream()
                        .anyMatch(other -> distance(stem, other, allowed) <= allowed);
    }

    /** Letters added, left out, changed, or two swapped; more than is allowed if it is more. */
    static int distance(String one, String other, int allowed) {
        if (Math.abs(one.length() - other.length()) > allowed || other.length() < ONE_WRONG) {
            return allowed + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] next = row(one, other, i, last, before);
            before = last;
            last = next;
        }
        return last[other.length()];
    }

    private static int[] row(String one, String other, int i, int[] last, int[] before) {
        int[] row = new int[other.length() + 1];
        row[0] = i;
        for (int j = 1; j <= other.length(); j++) {
            boolean same = one.charAt(i - 1) == other.charAt(j - 1);
            int step = Math.min(last[j] + 1, row[j - 1] + 1);
            row[j] = Math.min(step, last[j - 1] + (same ? 0 : 1));
            if (i > 1
                    && j > 1
                    && one.charAt(i - 1) == other.charAt(j - 2)
                    && one.charAt(i - 2) == other.charAt(j - 1)) {
                row[j] = Math.min(row[j], before[j - 2] + 1);
            }
        }
        return row;
    }
}
