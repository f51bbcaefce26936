package io.evenhand.llm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Lets so many calls run at a time; the others wait in line without a thread. A place belongs to
 * its {@link Place} object and not to a signal on its way, so a cancellation at any moment gives it
 * back.
 */
final class Permits {

    private final int limit;
    private final Deque<Place> line = new ArrayDeque<>();
    private int used;

    Permits(int limit) {
        this.limit = limit;
    }

    /**
     * Runs the work when there is room, or fails with {@link Fault.NoPermit} after the patience.
     */
    <T> Mono<T> with(Duration patience, Mono<T> work) {
        return Mono.defer(
                () -> {
                    Place place = new Place();
                    // Before the signal goes on: whoever hears of the end finds the place free.
                    return place.take(patience)
                            .then(work)
                            .doOnTerminate(place::leave)
                            .doOnCancel(place::leave);
                });
    }

    synchronized int used() {
        return used;
    }

    synchronized int waiting() {
        return line.size();
    }

    private synchronized boolean enter(Place place) {
        if (used < limit) {
            used++;
            place.held = true;
            return true;
        }
        line.addLast(place);
        return false;
    }

    private synchronized @Nullable Place leave(Place place) {
        if (!place.held) {
            line.remove(place);
            return null;
        }
        place.held = false;
        Place next = line.pollFirst();
        if (next == null) {
            used--;
        } else {
            next.held = true;
        }
        return next;
    }

    /** One caller's place, in line or inside. */
    private final class Place {

        private final Sinks.Empty<Void> turn = Sinks.empty();
        private boolean held;

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

        void leave() {
            Place next = Permits.this.leave(this);
            if (next != null) {
                next.turn.tryEmitEmpty();
            }
        }
    }
}
