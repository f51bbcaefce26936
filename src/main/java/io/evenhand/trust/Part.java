package io.evenhand.trust;

import java.util.Arrays;

/**
 * Which part of the suite: the one that detectors may be tuned on, the one that told once how far
 * that had gone too far, or the one that measures what came of it and was read by nobody.
 */
enum Part {
    TUNING("tuning"),
    CHECKED("checked"),
    KEPT_BACK("kept-back");

    private final String text;

    Part(String text) {
        this.text = text;
    }

    static Part named(String text) {
        return Arrays.stream(values())
                .filter(part -> part.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "--part is tuning, checked, kept-back or all, not "
                                                + text));
    }

    @Override
    public String toString() {
        return text;
    }
}
