package io.evenhand.delivery;

import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One event on its way to one endpoint. It names its subject and holds none of it.
 *
 * @param attempt counts claims; a result that carries an older one is not stored
 * @param tries claims since the schedule began, which asking for a redelivery does anew
 * @param dueAt from when the next attempt may be made
 * @param leaseUntil until when a sender holds it
 * @param log the latest attempts, oldest first
 */
public record Delivery(
        TenantId tenant,
        DeliveryId id,
        EndpointId endpoint,
        MessageId message,
        EventType type,
        Subject subject,
        Instant occurredAt,
        Status status,
        int attempt,
        int tries,
        Instant dueAt,
        Optional<Instant> leaseUntil,
        List<Attempt> log) {

    /** More than a schedule has; a receiver that is asked for again and again fills no table. */
    private static final int LONGEST_LOG = 20;

    /** Where a delivery stands. */
    public enum Status {
        PENDING,
        DELIVERED,
        FAILED
    }

    public Delivery {
        log = List.copyOf(log);
    }

    /** One that nobody has tried yet. */
    public static Delivery due(
            TenantId tenant,
            EndpointId endpoint,
            MessageId message,
            EventType type,
            Subject subject,
            Instant now) {
        return new Delivery(
                tenant,
                DeliveryId.next(),
                endpoint,
                message,
                type,
                subject,
                now,
                Status.PENDING,
                0,
                0,
                now,
                Optional.empty(),
                List.of());
    }

    /** Takes it to be sent. */
    public Delivery claimed(Instant until) {
        return with(Status.PENDING, attempt + 1, tries + 1, dueAt, Optional.of(until), log);
    }

    /** Ends an attempt: delivered, to be tried again, or given up. */
    public Delivery ended(Attempt made, Optional<Instant> next) {
        Status now =
                made.fault().isEmpty()
                        ? Status.DELIVERED
                        : next.isPresent() ? Status.PENDING : Status.FAILED;
        List<Attempt> longer = new ArrayList<>(log);
        longer.add(made);
        return with(
                now,
                attempt,
                tries,
                next.orElse(dueAt),
                Optional.empty(),
                longer.subList(Math.max(0, longer.size() - LONGEST_LOG), longer.size()));
    }

    /** Begins its schedule anew, whatever came of it; an attempt that runs meanwhile is let run. */
    public Delivery again(Instant now) {
        return with(Status.PENDING, attempt, 0, now, leaseUntil, log);
    }

    private Delivery with(
            Status newStatus,
            int newAttempt,
            int newTries,
            Instant newDueAt,
            Optional<Instant> newLeaseUntil,
            List<Attempt> newLog) {
        return new Delivery(
                tenant,
                id,
                endpoint,
                message,
                type,
                subject,
                occurredAt,
                newStatus,
                newAttempt,
                newTries,
                newDueAt,
                newLeaseUntil,
                newLog);
    }
}
