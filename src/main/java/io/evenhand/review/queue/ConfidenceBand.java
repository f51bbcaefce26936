package io.evenhand.review.queue;

import java.util.Arrays;
import java.util.Optional;

/** Bands of confidence to filter by, and to look at overrides by. */
public enum ConfidenceBand {
    LOWEST(0, .2),
    LOW(.2, .4),
    MIDDLE(.4, .6),
    HIGH(.6, .8),
    HIGHEST(.8, 1);

    private final double from;
    private final double to;

    ConfidenceBand(double from, double to) {
        this.from = from;
        this.to = to;
    }

    public double from() {
        return from;
    }

    /** Exclusive, but for the highest. */
    public double to() {
        return this == HIGHEST ? Double.POSITIVE_INFINITY : to;
    }

    public String path() {
        return Math.round(from * 100) + "-" + Math.round(to * 100);
    }

    public String title() {
        return Math.round(from * 100) + "–" + Math.round(to * 100) + " %";
    }

    static Optional<ConfidenceBand> of(String path) {
        return Arrays.stream(values()).filter(band -> band.path().equals(path)).findFirst();
    }

    public static ConfidenceBand of(double confidence) {
        return Arrays.stream(values())
                .filter(band -> confidence < band.to())
                .findFirst()
                .orElse(HIGHEST);
    }
}
