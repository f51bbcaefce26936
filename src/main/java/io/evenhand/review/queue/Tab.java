package io.evenhand.review.queue;

import java.util.Arrays;
import java.util.Optional;

/** The parts of the queue. */
public enum Tab {
    WAITING("needs-review", "Needs review"),
    PROVISIONAL("provisional", "Provisional"),
    UNGRADED("ungraded", "Ungraded"),
    REVIEWED("reviewed", "Reviewed"),
    ALL("all", "All");

    private final String path;
    private final String title;

    Tab(String path, String title) {
        this.path = path;
        this.title = title;
    }

    /** Its name in addresses. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    static Optional<Tab> of(String path) {
        return Arrays.stream(values()).filter(tab -> tab.path.equals(path)).findFirst();
    }
}
