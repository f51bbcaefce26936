package io.evenhand.semantic.alignment;

import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.Windows;
import io.evenhand.semantic.lexical.WordReader;

/** Reads texts of one language: as word pieces, and as words. */
public record TextReader(TextEncoder encoder, WordReader words) {

    /**
     * Word pieces that are read of each kind of text; the longest takes half a second. A criterion
     * that fills a page is no longer one thing to look for.
     */
    public static final int OF_ANSWER = 8 * Windows.LENGTH;

    public static final int OF_MODEL_ANSWER = 4 * Windows.LENGTH;
    public static final int OF_QUESTION = 2 * Windows.LENGTH;
    public static final int OF_CRITERION = Windows.LENGTH;

    public Text read(String text, int mostPieces) {
        return Text.of(Formulas.lighter(text, encoder.encode(text, mostPieces)), words.read(text));
    }
}
