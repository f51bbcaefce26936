package io.evenhand.grading.turns;

import io.evenhand.platform.TenantId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Shares turns out between tenants by weight, however many each has in line: stride scheduling
 * (Waldspurger and Weihl, 1995). A turn moves its tenant on by one over its weight, and the next
 * turn is of whoever is furthest behind. Who comes anew starts where the others are, so that nobody
 * saves up turns by not asking for them.
 */
final class TenantTurns<T> {

    private final Weights weights;
    private final Map<TenantId, Queue<T>> queues = new LinkedHashMap<>();
    private double now;
    private int size;

    TenantTurns(Weights weights) {
        this.weights = weights;
    }

    void add(TenantId tenant, T item) {
        Queue<T> queue = queues.computeIfAbsent(tenant, this::queue);
        if (queue.items.isEmpty()) {
            queue.at = Math.max(queue.at, now);
        }
        queue.items.addLast(item);
        size++;
    }

    private Queue<T> queue(TenantId tenant) {
        return new Queue<>(weights.of(tenant), now);
    }

    Optional<T> next() {
        return first(queue -> queue.at)
                .map(
                        queue -> {
                            now = queue.at;
                            queue.at += 1 / queue.weight;
                            T item = queue.items.removeFirst();
                            lost();
                            return item;
                        });
    }

    /** The last that came, of the tenant with most in line. */
    Optional<T> last() {
        return longest().map(this::removeLast);
    }

    /** The same, if there is one that has more in line for its weight than this one would have. */
    Optional<T> lastOfOneWithMoreThan(TenantId tenant) {
        Queue<T> own = queues.getOrDefault(tenant, queue(tenant));
        double with = (own.items.size() + 1) / own.weight;
        return longest().filter(queue -> queue.length() > with).map(this::removeLast);
    }

    boolean remove(TenantId tenant, T item) {
        Queue<T> queue = queues.get(tenant);
        boolean removed = queue != null && queue.items.remove(item);
        if (removed) {
            lost();
        }
        return removed;
    }

    private T removeLast(Queue<T> queue) {
        T item = queue.items.removeLast();
        lost();
        return item;
    }

    private Optional<Queue<T>> longest() {
        return first(queue -> -queue.length());
    }

    private Optional<Queue<T>> first(ToDoubleFunction<Queue<T>> by) {
        return queues.values().stream()
                .filter(queue -> !queue.items.isEmpty())
                .min(Comparator.comparingDouble(by));
    }

    /** Forgets tenants that nobody would tell from new ones. */
    private void lost() {
        size--;
        queues.values().removeIf(queue -> queue.items.isEmpty() && (size == 0 || queue.at <= now));
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** What one tenant has in line, and how far it has come. */
    private static final class Queue<T> {

        private final double weight;
        private final Deque<T> items = new ArrayDeque<>();
        private double at;

        private Queue(double weight, double at) {
            this.weight = weight;
            this.at = at;
        }

        private double length() {
            return items.size() / weight;
        }
    }
}
