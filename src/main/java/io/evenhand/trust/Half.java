package io.evenhand.trust;

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

    @Override
    public String toString() {
        return text;
    }
}
