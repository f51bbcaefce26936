package io.evenhand.review.queue;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingErased;
import io.evenhand.grading.GradingMoved;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.Review;
import io.evenhand.grading.review.Readings;
import io.evenhand.platform.Storage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Keeps the queue as the gradings are: in the transaction of each move, so that the two never
 * differ.
 */
@Component
class QueueKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(QueueKeeper.class);
    private static final int CHUNK = 200;

    private final Queue queue;
    private final QueueEntries entries;
    private final TwoReadings readings;
    private final Gradings gradings;
    private final Storage storage;

    QueueKeeper(
            Queue queue,
            QueueEntries entries,
            TwoReadings readings,
            Gradings gradings,
            Storage storage) {
        this.queue = queue;
        this.readings = readings;
        this.entries = entries;
        this.gradings = gradings;
        this.storage = storage;
    }

    @EventListener
    void note(GradingMoved moved) {
        put(moved.after());
        if (moved.isNewGrade()) {
            moved.after().review().ifPresent(review -> read(moved, review));
        }
    }

    /** Two people have read it now, each unseen by the other. */
    private void read(GradingMoved moved, Review second) {
        Grading before = moved.before();
        if (Readings.isSecond(before, second.reviewer())) {
            readings.put(
                    before.tenant(),
                    before.id(),
                    Reading.of(before.grade().orElseThrow(), before.review().orElseThrow()),
                    Reading.of(moved.after().grade().orElseThrow(), second));
        }
    }

    /** There is nothing left to decide on, and a question of its own may hold a name. */
    @EventListener
    void drop(GradingErased erased) {
        queue.drop(erased.before().tenant(), erased.before().id());
    }

    /** Takes over what was graded before there was a queue. */
    @EventListener(ApplicationReadyEvent.class)
    Disposable catchUp() {
        return chunk().repeat()
                .takeWhile(taken -> taken > 0)
                .subscribe(
                        taken -> LOG.info("Took {} older gradings into the review queue", taken),
                        error -> LOG.warn("Older gradings are not in the review queue", error));
    }

    private Mono<Integer> chunk() {
        return storage.inTransaction(
                () -> {
                    List<Queue.Old> old = queue.takeBacklog(CHUNK);
                    old.forEach(one -> gradings.find(one.tenant(), one.id()).ifPresent(this::put));
                    return old.size();
                });
    }

    private void put(Grading grading) {
        entries.of(grading)
                .ifPresent(item -> queue.put(item, grading.submission().question().text()));
    }
}
