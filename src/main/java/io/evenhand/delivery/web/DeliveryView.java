package io.evenhand.delivery.web;

import io.evenhand.delivery.Attempt;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.Fault;
import io.evenhand.delivery.Subject;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as clients see it.
 *
 * @param messageId the {@code webhook-id} that it is sent with
 * @param gradingId null if it tells of a batch
 * @param revision of the grading when it happened
 * @param batchId null if it tells of a grading
 * @param attempts the latest, oldest first
 * @param nextAttemptAt null if there is none to come
 */
public record DeliveryView(
        String id,
        String messageId,
        String type,
        @Nullable String gradingId,
        @Nullable Integer revision,
        @Nullable String batchId,
        Delivery.Status status,
        Instant occurredAt,
        @Nullable Instant nextAttemptAt,
        List<AttemptView> attempts) {

    static DeliveryView of(Delivery delivery) {
        return switch (delivery.subject()) {
            case Subject.OneGrading(GradingId id, int revision) ->
                    of(delivery, id.value(), revision, null);
            case Subject.WholeBatch(BatchId id) -> of(delivery, null, null, id.value());
        };
    }

    private static DeliveryView of(
            Delivery delivery,
            @Nullable String grading,
            @Nullable Integer revision,
            @Nullable String batch) {
        return new DeliveryView(
                delivery.id().value(),
                delivery.message().value(),
                delivery.type().label(),
                grading,
                revision,
                batch,
                delivery.status(),
                delivery.occurredAt(),
                delivery.status() == Delivery.Status.PENDING ? delivery.dueAt() : null,
                delivery.log().stream().map(AttemptView::of).toList());
    }

    /**
     * One attempt.
     *
     * @param statusCode null if there was no answer
     * @param error null if it was delivered
     */
    public record AttemptView(
            int number,
            Instant at,
            @Nullable Integer statusCode,
            @Nullable Fault error,
            long durationMillis) {

        private static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.at(),
                    attempt.statusCode().orElse(null),
                    attempt.fault().orElse(null),
                    attempt.millis());
        }
    }
}
