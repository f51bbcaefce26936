package io.evenhand.semantic;

import io.evenhand.semantic.lexical.WordReader;

/** Reads texts of one language: as word pieces, and as words. */
record TextReader(TextEncoder encoder, WordReader words) {

    Text read(String text, int mostPieces) {
        return Text.of(Formulas.lighter(text, encoder.encode(text, mostPieces)), words.read(text));
    }
}
