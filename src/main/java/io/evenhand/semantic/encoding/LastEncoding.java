package io.evenhand.semantic.encoding;

/**
 * Remembers the text that was encoded last, which two readers of it ask for one after the other.
 */
public final class LastEncoding implements TextEncoder {

    private record Encoded(String text, TokenVectors vectors) {}

    private final TextEncoder encoder;
    private Encoded last = new Encoded("", TokenVectors.NONE);

    public LastEncoding(TextEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public synchronized TokenVectors encode(String text, int mostPieces) {
        boolean same = last.text().equals(text) && last.vectors().size() <= mostPieces;
        if (!same || !last.vectors().whole()) {
            last = new Encoded(text, encoder.encode(text, mostPieces));
        }
        return last.vectors();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
