package io.evenhand.review.queue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long an answer has been there. */
public enum Age {
    TODAY("day", "in the last day", Duration.ofDays(1), true),
    WEEK("week", "in the last week", Duration.ofDays(7), true),
    OLD("older", "more than a week ago", Duration.ofDays(7), false),
    STALE("stale", "more than 30 days ago", Duration.ofDays(30), false);

    private final String path;
    private final String title;
    private final Duration border;
    private final boolean younger;

    Age(String path, String title, Duration border, boolean younger) {
        this.path = path;
        this.title = title;
        this.border = border;
        this.younger = younger;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    public Duration border() {
        return border;
    }

    /** Whether it means what came after the border, or what came before it. */
    public boolean younger() {
        return younger;
    }

    static Optional<Age> of(String path) {
        return Arrays.stream(values()).filter(age -> age.path.equals(path)).findFirst();
    }
}
