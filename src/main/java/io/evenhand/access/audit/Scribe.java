package io.evenhand.access.audit;

import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Writes down what requests saw, those of one moment in one transaction: whoever reads waits for
 * the commit that is under way and one more, however many read.
 */
@Component
public class Scribe {

    /** Requests in one transaction. */
    private static final int MOST = 500;

    private final Trail trail;
    private final Storage storage;
    private final Queue<Note> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    Scribe(Trail trail, Storage storage) {
        this.trail = trail;
        this.storage = storage;
    }

    /** Completes when it is stored; one entry for each subject, or one if there are none. */
    public Mono<Void> write(
            TenantId tenant, String actor, Action action, List<String> subjects, Outcome outcome) {
        return Mono.defer(
                () -> {
                    Note note = new Note(tenant, actor, action, subjects, outcome, Sinks.empty());
                    waiting.add(note);
                    next();
                    return note.stored().asMono();
                });
    }

    private void next() {
        if (waiting.isEmpty() || !writing.compareAndSet(false, true)) {
            return;
        }
        List<Note> notes = new ArrayList<>();
        Stream.generate(waiting::poll)
                .takeWhile(note -> note != null)
                .limit(MOST)
                .forEach(notes::add);
        storage.inTransaction(
                        () -> {
                            notes.forEach(note -> note.add(trail));
                            return true;
                        })
                .doFinally(signal -> goOn())
                .subscribe(
                        done -> notes.forEach(note -> note.stored().tryEmitEmpty()),
                        e -> notes.forEach(note -> note.stored().tryEmitError(e)));
    }

    /** Whoever came meanwhile found somebody writing, and waits. */
    private void goOn() {
        writing.set(false);
        next();
    }

    private record Note(
            TenantId tenant,
            String actor,
            Action action,
            List<String> subjects,
            Outcome outcome,
            Sinks.Empty<Void> stored) {

        void add(Trail trail) {
            if (subjects.isEmpty()) {
                trail.add(tenant, actor, action, Optional.empty(), outcome);
            }
            subjects.forEach(
                    subject -> trail.add(tenant, actor, action, Optional.of(subject), outcome));
        }
    }
}
