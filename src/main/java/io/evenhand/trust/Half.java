package io.evenhand.trust;

import java.util.Arrays;

/**
 * Which half of the suite: the one that detectors may be tuned on, or the one that measures them.
 */
enum Half {
    TUNING("tuning"),
    KEPT_BACK("kept-back");

    private final String text;

    Half(String text) {
        this.text = text;
    }

    static Half named(String text) {
        return Arrays.stream(values())
                .filter(half -> half.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "--half is tuning, kept-back or all, not " + text));
    }

    @Override
    public String toString() {
        return text;
    }
}
