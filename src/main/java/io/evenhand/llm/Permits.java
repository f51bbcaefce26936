package io.evenhand.llm;

import io.evenhand.grading.turns.Line;
import io.evenhand.grading.turns.Ticket;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.grading.turns.Weights;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Lets as many calls run at a time as the {@link Window} says; the others wait in a {@link Line}
 * without a thread. Where it shrinks, nothing that runs is interrupted. A place belongs to its
 * {@link Place} object and not to a signal on its way, so a cancellation at any moment gives it
 * back.
 */
final class Permits {

    private final Window window;
    private final Line<Place> line;
    private int used;

    Permits(int ceiling, Weights weights, Clock clock) {
        this.window = new Window(ceiling, clock);
        this.line = new Line<>(weights);
    }

    /**
     * Runs the work when there is room, or fails with {@link Fault.NoPermit} after the patience.
     */
    <T> Mono<T> with(Ticket ticket, Duration patience, Mono<T> work) {
        return Mono.defer(
                () -> {
                    Place place = new Place(ticket);
                    // Before the signal goes on: whoever hears of the end finds the place free.
                    return place.take(patience)
                            .then(work)
                            .doOnSuccess(_ -> place.good())
                            .doOnError(place::failed)
                            .doOnTerminate(place::leave)
                            .doOnCancel(place::leave);
                });
    }

    synchronized int limit() {
        return window.limit();
    }

    synchronized int cuts() {
        return window.cuts();
    }

    synchronized int used() {
        return used;
    }

    synchronized int waiting(Urgency urgency) {
        return line.size(urgency);
    }

    private synchronized boolean enter(Place place) {
        if (used < window.limit() && line.size() == 0) {
            admit(place);
            return true;
        }
        line.add(place.ticket, place);
        return false;
    }

    private void admit(Place place) {
        used++;
        place.held = true;
        place.begunAfter = window.cuts();
    }

    private synchronized List<Place> leave(Place place) {
        if (place.held) {
            place.held = false;
            used--;
        } else {
            line.remove(place.ticket, place);
        }
        List<Place> admitted = new ArrayList<>();
        while (used < window.limit()) {
            Optional<Place> next = line.next();
            if (next.isEmpty()) {
                break;
            }
            admit(next.get());
            admitted.add(next.get());
        }
        return admitted;
    }

    private synchronized void good(Place place) {
        window.good(place.begunAfter, used >= window.limit());
    }

    private synchronized void refused(Place place) {
        window.refused(place.begunAfter);
    }

    /** One caller's place, in line or inside. */
    private final class Place {

        private final Ticket ticket;
        private final Sinks.Empty<Void> turn = Sinks.empty();
        private boolean held;
        private int begunAfter;

        private Place(Ticket ticket) {
            this.ticket = ticket;
        }

        Mono<Void> take(Duration patience) {
            if (enter(this)) {
                return Mono.empty();
            }
            // publishOn: whoever leaves must not run the next one's work on its own stack.
            return turn.asMono()
                    .publishOn(Schedulers.parallel())
                    .timeout(patience)
                    .onErrorMap(TimeoutException.class, _ -> CallFailed.of(new Fault.NoPermit()));
        }

        void good() {
            Permits.this.good(this);
        }

        void failed(Throwable error) {
            if (error instanceof CallFailed failed && failed.fault().isOverload()) {
                refused(this);
            }
        }

        void leave() {
            Permits.this.leave(this).forEach(next -> next.turn.tryEmitEmpty());
        }
    }
}
