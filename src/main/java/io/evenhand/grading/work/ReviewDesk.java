package io.evenhand.grading.work;

import io.evenhand.access.Caller;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.Review;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.review.Decided;
import io.evenhand.grading.review.Decision;
import io.evenhand.grading.review.Readings;
import io.evenhand.grading.review.ReviewSettings;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where people hand in what they decided. */
@Component
public class ReviewDesk {

    private final Ledger ledger;
    private final Runs runs;
    private final ReviewSettings settings;
    private final Clock clock;

    ReviewDesk(Ledger ledger, Runs runs, ReviewSettings settings, Clock clock) {
        this.ledger = ledger;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores the decision and ends any work on the grading, since no machine changes it any more.
     *
     * @param seen the grading as the reviewer saw it; if it has changed since, nothing is stored
     */
    public Mono<Grading> review(Grading seen, Decision decision, Caller reader) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Review by =
                Review.by(reader.name(), decision.reason(), now, decision.selection())
                        .replying(decision.reply());
        return mayDecide(seen, reader)
                .then(
                        ledger.move(
                                seen,
                                Optional.empty(),
                                HistoryEntry.Event.REVIEWED,
                                reader.name(),
                                current -> decided(unchanged(current, seen), decision, by)))
                .switchIfEmpty(Mono.error(ReviewDesk::notReviewable))
                .doOnNext(reviewed -> runs.of(reviewed.id()).ifPresent(Run::stop));
    }

    private Grading decided(Grading current, Decision decision, Review by) {
        Grade grade = Decided.grade(current, decision);
        boolean apart =
                Readings.isSecond(current, by.reviewer())
                        && Readings.distance(current.grade().orElseThrow(), grade)
                                > settings.readersApart();
        return current.reviewed(
                apart ? grade.withReviewReason(ReviewReason.READERS_DISAGREE) : grade, by);
    }

    /** Only what people ask for another look at has to go to somebody else. */
    private Mono<Void> mayDecide(Grading seen, Caller reader) {
        return seen.isDisputed()
                ? ledger.history(seen.tenant(), seen.id())
                        .doOnNext(history -> Readings.requireThird(history, reader))
                        .then()
                : Mono.fromRunnable(() -> Readings.requireOther(seen, reader));
    }

    /**
     * The candidate asks for another look.
     *
     * @param seen the grading as the candidate saw it
     * @param alongside does what belongs to it in the same transaction
     */
    public Mono<Grading> appeal(Grading seen, String actor, Consumer<Grading> alongside) {
        return ledger.move(
                        seen,
                        Optional.empty(),
                        HistoryEntry.Event.APPEALED,
                        actor,
                        current -> {
                            alongside.accept(unchanged(current, seen));
                            return current.appealed();
                        })
                .switchIfEmpty(Mono.error(ReviewDesk::notReviewable));
    }

    /**
     * Takes a decision back that the same person made on the machine's word. One that took the
     * place of another person's decision is not taken back but decided again.
     *
     * @param seen the grading as the reviewer saw it
     */
    public Mono<Grading> reopen(Grading seen, String reviewer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return ledger.history(seen.tenant(), seen.id())
                .doOnNext(history -> requireOwnDecision(seen, history, reviewer))
                .flatMap(
                        history ->
                                ledger.move(
                                        seen,
                                        Optional.empty(),
                                        HistoryEntry.Event.REOPENED,
                                        reviewer,
                                        current -> unchanged(current, seen).reopened(now)))
                .switchIfEmpty(Mono.error(ReviewDesk::notDecided));
    }

    /** Asks for another reader. */
    public Mono<Grading> secondReading(Grading seen, String reviewer) {
        return ledger.move(
                        seen,
                        Optional.empty(),
                        HistoryEntry.Event.SECOND_READING,
                        reviewer,
                        current -> unchanged(current, seen).forSecondReading())
                .switchIfEmpty(Mono.error(ReviewDesk::notReviewable));
    }

    private static void requireOwnDecision(
            Grading seen, List<HistoryEntry> history, String reviewer) {
        if (seen.review().filter(by -> by.reviewer().equals(reviewer)).isEmpty()) {
            throw notDecided();
        }
        long standing =
                history.reversed().stream()
                        .takeWhile(entry -> entry.event() != HistoryEntry.Event.REOPENED)
                        .filter(entry -> entry.event() == HistoryEntry.Event.REVIEWED)
                        .count();
        if (standing > 1) {
            throw new Refusal(
                    ProblemCode.CONFLICT,
                    "An earlier decision was there before: decide again instead of taking back.");
        }
    }

    private static Refusal notDecided() {
        return new Refusal(ProblemCode.CONFLICT, "Only a decision of your own can be taken back.");
    }

    private static Grading unchanged(Grading current, Grading seen) {
        if (current.version() != seen.version()) {
            throw changed();
        }
        return current;
    }

    /** The refusal of a decision on what is no longer so. */
    public static Refusal changed() {
        return new Refusal(
                ProblemCode.PRECONDITION_FAILED,
                "The grading has changed since it was read: read it again.");
    }

    /** The refusal of a decision on what has no grade to decide on. */
    public static Refusal notReviewable() {
        return new Refusal(
                ProblemCode.CONFLICT, "Only a grading that has been graded can be reviewed.");
    }
}
