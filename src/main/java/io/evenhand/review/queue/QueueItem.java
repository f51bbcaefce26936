package io.evenhand.review.queue;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.ReviewReason;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A grading as the queue knows it: nothing in it comes from the candidate.
 *
 * @param waiting whether a person is asked for
 * @param confidence the machine's, 0 to 1
 * @param reasons names of reasons for a review
 * @param flags names of flags
 * @param whole whether the machine gave points for all that it had to
 * @param secondBy who asked for another reader
 * @param decided what a person made of it
 */
public record QueueItem(
        TenantId tenant,
        GradingId id,
        GradingStatus status,
        boolean waiting,
        double confidence,
        String questionKey,
        Optional<String> batch,
        List<String> reasons,
        List<String> flags,
        boolean whole,
        Instant createdAt,
        Optional<String> assignee,
        Optional<String> flaggedBy,
        Optional<String> secondBy,
        Optional<Hold> hold,
        Optional<Decided> decided) {

    public QueueItem {
        reasons = List.copyOf(reasons);
        flags = List.copyOf(flags);
    }

    /**
     * Where it stands in the order of the queue: what a candidate appealed goes before the rest.
     */
    public Position position() {
        return new Position(
                waiting && isFor(ReviewReason.APPEALED) ? confidence - 2 : confidence, id);
    }

    public boolean isFor(ReviewReason reason) {
        return reasons.contains(reason.name());
    }

    /**
     * Who has it open.
     *
     * @param desk the browser that they sit at
     */
    public record Hold(String by, String desk, Instant until) {}

    /**
     * A place in the order of the queue: the least sure first.
     *
     * @param place -2 to 1
     */
    public record Position(double place, GradingId id) {}

    /**
     * What a person decided, beside what the machine had said; shares of the maximum, 0 to 1.
     *
     * @param machine empty if it had no grade
     * @param atRandom whether the answer was picked at random
     */
    public record Decided(
            String reviewer,
            Instant at,
            boolean atRandom,
            Optional<Double> machine,
            double human,
            List<Verdicts> verdicts) {

        public Decided {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The labels of machine's and person's verdict on a criterion. */
    public record Verdicts(String criterion, String machine, String human) {}
}
