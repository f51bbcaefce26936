package io.evenhand.guard;

/** A stretch of a text in UTF-16 code units; {@code end} is exclusive. */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span runs forward from 0 or more");
        }
    }

    public String of(String text) {
        return text.substring(start, end);
    }
}
