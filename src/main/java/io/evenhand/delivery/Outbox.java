package io.evenhand.delivery;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingMoved;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes what is to be told, in the transaction of the move itself: a plain listener, so that a move
 * that is rolled back leaves nothing, and one that is stored is never forgotten. Only what somebody
 * listens for is noted.
 */
@Component
class Outbox {

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Clock clock;

    Outbox(Endpoints endpoints, Deliveries deliveries, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @EventListener
    void note(GradingMoved moved) {
        Set<EventType> types = EventType.of(moved);
        if (types.isEmpty()) {
            return;
        }
        List<Endpoint> enabled =
                endpoints.of(moved.after().tenant()).stream().filter(Endpoint::enabled).toList();
        types.forEach(type -> note(type, moved.after(), enabled));
    }

    private void note(EventType type, Grading grading, List<Endpoint> enabled) {
        MessageId message = MessageId.next();
        Instant now = clock.instant();
        enabled.stream()
                .filter(endpoint -> endpoint.events().contains(type))
                .map(
                        endpoint ->
                                Delivery.due(
                                        endpoint,
                                        message,
                                        type,
                                        grading.id(),
                                        grading.revision(),
                                        now))
                .forEach(deliveries::add);
    }
}
