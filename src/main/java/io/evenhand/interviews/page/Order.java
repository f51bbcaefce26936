package io.evenhand.interviews.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** What a list of candidates is sorted by; equal ones go by their references. */
public enum Order {
    TOTAL("total", "Total, best first", Comparator.comparing(Order::total).reversed()),
    LOWEST("lowest", "Total, lowest first", Comparator.comparing(Order::total)),
    LEVEL("level", "Level reached", Comparator.comparing(Order::level).reversed()),
    REVIEW("review", "Most to review", Comparator.comparingInt(Line::toReview).reversed()),
    PROVISIONAL(
            "provisional",
            "Most provisional",
            Comparator.comparingInt(Line::provisional).reversed());

    private final String path;
    private final String title;
    private final Comparator<Line> by;

    Order(String path, String title, Comparator<Line> by) {
        this.path = path;
        this.title = title;
        this.by = by;
    }

    /** Its name in addresses. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    Comparator<Line> comparator() {
        return by.thenComparing(Line::candidate);
    }

    static Optional<Order> of(String path) {
        return Arrays.stream(values()).filter(order -> order.path.equals(path)).findFirst();
    }

    private static double total(Line line) {
        return line.percentage().map(Number::doubleValue).orElse(-1.0);
    }

    private static int level(Line line) {
        return line.level().map(Enum::ordinal).orElse(-1);
    }
}
