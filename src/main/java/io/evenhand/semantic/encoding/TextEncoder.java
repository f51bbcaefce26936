package io.evenhand.semantic.encoding;

/** Turns a text into vectors of its word pieces. */
public interface TextEncoder extends AutoCloseable {

    /** Reads at most so many word pieces of the text; a text without any gives none. */
    TokenVectors encode(String text, int mostPieces);

    @Override
    void close();
}
