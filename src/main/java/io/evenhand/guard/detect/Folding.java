package io.evenhand.guard.detect;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import io.evenhand.guard.Traced;
import io.evenhand.guard.TracedBuilder;

/**
 * Brings a text into the form in which detectors compare: compatibility form, one case, nothing
 * invisible (Unicode's NFKC_Casefold), no accents that were added to Latin letters for show.
 */
final class Folding {

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    /** Marks on one letter from which they are for show; Vietnamese has two. */
    private static final int MANY_MARKS = 3;

    /** Combining class of strokes through a letter. */
    private static final int OVERLAY = 1;

    private Folding() {}

    static String of(String text) {
        return FOLD.normalize(text);
    }

    static Traced of(Traced text) {
        TracedBuilder folded = new TracedBuilder(text);
        String original = text.text();
        int from = 0;
        while (from < original.length()) {
            int to = endOfPiece(original, from);
            String piece = original.substring(from, to);
            if (isPlain(piece)) {
                folded.copy(from, to);
            } else {
                folded.replace(from, to, folded(piece));
            }
            from = to;
        }
        return folded.build();
    }

    private static boolean isPlain(String piece) {
        char first = piece.charAt(0);
        return piece.length() == 1
                && first < 128
                && !Character.isUpperCase(first)
                && (first >= ' ' || first == '\n');
    }

    private static String folded(String piece) {
        int first = piece.codePointAt(0);
        if (UCharacter.isUWhiteSpace(first)) {
            return first == '\r' || first == 0x2028 || first == 0x2029 ? "\n" : " ";
        }
        if (UCharacter.isISOControl(first)) {
            return "";
        }
        String form = FOLD.normalize(piece);
        boolean decorated =
                form.codePoints().filter(Folding::isMark).count() >= MANY_MARKS
                        || form.codePoints().anyMatch(Folding::strikesOut);
        return decorated ? withoutMarks(form) : form;
    }

    private static String withoutMarks(String text) {
        StringBuilder bare = new StringBuilder();
        Normalizer2.getNFDInstance()
                .normalize(text)
                .codePoints()
                .filter(c -> !isMark(c))
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean strikesOut(int codePoint) {
        return UCharacter.getCombiningClass(codePoint) == OVERLAY;
    }

    static boolean isMark(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.ENCLOSING_MARK;
    }

    private static int endOfPiece(String text, int from) {
        int at = text.offsetByCodePoints(from, 1);
        while (at < text.length() && !FOLD.hasBoundaryBefore(text.codePointAt(at))) {
            at = text.offsetByCodePoints(at, 1);
        }
        return at;
    }
}
