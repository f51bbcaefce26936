package io.evenhand.delivery.web;

import io.evenhand.delivery.Attempt;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as clients see it.
 *
 * @param messageId the {@code webhook-id} that it is sent with
 * @param attempts the latest, oldest first
 * @param nextAttemptAt null if there is none to come
 */
public record DeliveryView(
        String id,
        String messageId,
        String type,
        String gradingId,
        int revision,
        Delivery.Status status,
        Instant occurredAt,
        @Nullable Instant nextAttemptAt,
        List<AttemptView> attempts) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id().value(),
                delivery.message().value(),
                delivery.type().label(),
                delivery.grading().value(),
                delivery.revision(),
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
