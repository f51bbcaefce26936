package io.evenhand.grading.work;

import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where grades that were made beforehand become revisions; a person's decision never does. */
@Component
public class RevisionDesk {

    private final Gradings gradings;
    private final Ledger ledger;
    private final Storage storage;
    private final GradingMetrics metrics;
    private final Clock clock;

    RevisionDesk(
            Gradings gradings,
            Ledger ledger,
            Storage storage,
            GradingMetrics metrics,
            Clock clock) {
        this.gradings = gradings;
        this.ledger = ledger;
        this.storage = storage;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Stores the grade if the grading is still as it was.
     *
     * @param alongside told in the same transaction what became of it
     */
    public Mono<Fate> revise(Revision revision, Consumer<Fate> alongside) {
        return storage.inTransaction(
                        () -> {
                            Grading revised = revised(revision);
                            alongside.accept(Fate.REVISED);
                            return revised;
                        })
                .doOnNext(this::tell)
                .map(revised -> Fate.REVISED)
                .onErrorResume(
                        LeftAlone.class,
                        left ->
                                storage.inTransaction(
                                        () -> {
                                            alongside.accept(left.fate);
                                            return left.fate;
                                        }));
    }

    /** Two moves, so that the history names who asked and what the grade came from. */
    private Grading revised(Revision revision) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Grading asked =
                move(
                        revision,
                        HistoryEntry.Event.REGRADE_ASKED,
                        revision.actor(),
                        current ->
                                unchanged(current, revision)
                                        .resubmitted(
                                                current.submission().with(revision.today()), now));
        Grade grade = revision.grade().apply(asked.submission());
        Optional<Instant> retryAt =
                Worker.isWorthAskingAgain(grade.grader()) ? Optional.of(now) : Optional.empty();
        return move(
                revision,
                HistoryEntry.Event.GRADED,
                revision.cause(),
                current -> current.graded(grade, revision.flags(), retryAt, now));
    }

    private Grading move(
            Revision revision,
            HistoryEntry.Event event,
            String actor,
            UnaryOperator<Grading> change) {
        return gradings.move(
                        revision.tenant(),
                        revision.grading(),
                        Optional.empty(),
                        event,
                        actor,
                        change)
                .orElseThrow(() -> new LeftAlone(Fate.FINAL));
    }

    private static Grading unchanged(Grading current, Revision revision) {
        if (current.version() != revision.version()) {
            throw new LeftAlone(Fate.CHANGED);
        }
        return current;
    }

    private void tell(Grading revised) {
        metrics.count(revised);
        ledger.changed(revised.id());
    }

    /** Undoes the transaction that has begun. */
    private static final class LeftAlone extends RuntimeException {

        private final transient Fate fate;

        LeftAlone(Fate fate) {
            super(fate.name(), null, false, false);
            this.fate = fate;
        }
    }

    /** What became of a revision. */
    public enum Fate {
        /** It was stored. */
        REVISED,
        /** The grading has changed since, or is being graded at the moment. */
        CHANGED,
        /** A person decided, or it was cancelled or erased: no machine changes it. */
        FINAL
    }
}
