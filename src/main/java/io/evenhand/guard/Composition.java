package io.evenhand.guard;

import com.ibm.icu.text.Normalizer2;

/**
 * Brings a text into Unicode's composed form (NFC), piece by piece so that the trace stays close.
 */
final class Composition {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private Composition() {}

    static Traced of(Traced text) {
        if (NFC.isNormalized(text.text())) {
            return text;
        }
        TracedBuilder composed = new TracedBuilder(text);
        int from = 0;
        while (from < text.length()) {
            int to = endOfPiece(text.text(), from);
            String piece = text.text().substring(from, to);
            if (NFC.isNormalized(piece)) {
                composed.copy(from, to);
            } else {
                composed.replace(from, to, NFC.normalize(piece));
            }
            from = to;
        }
        return composed.build();
    }

    /** The first place after {@code from} across which nothing composes or changes places. */
    private static int endOfPiece(String text, int from) {
        int at = text.offsetByCodePoints(from, 1);
        while (at < text.length() && !NFC.hasBoundaryBefore(text.codePointAt(at))) {
            at = text.offsetByCodePoints(at, 1);
        }
        return at;
    }
}
