package io.evenhand.delivery;

import io.evenhand.batch.BatchCompleted;
import io.evenhand.grading.GradingMoved;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private final Optional<EndpointId> topic;
    private final Clock clock;

    Outbox(Endpoints endpoints, Deliveries deliveries, Optional<EventTopic> topic, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.topic = topic.map(there -> EventTopic.LISTENER);
        this.clock = clock;
    }

    @EventListener
    void note(GradingMoved moved) {
        note(
                EventType.of(moved),
                moved.after().tenant(),
                new Subject.OneGrading(moved.after().id(), moved.after().revision()));
    }

    @EventListener
    void note(BatchCompleted completed) {
        note(
                Set.of(EventType.BATCH_COMPLETED),
                completed.tenant(),
                new Subject.WholeBatch(completed.batch()));
    }

    private void note(Set<EventType> types, TenantId tenant, Subject subject) {
        if (types.isEmpty()) {
            return;
        }
        List<Endpoint> enabled = endpoints.of(tenant).stream().filter(Endpoint::enabled).toList();
        types.forEach(type -> note(type, tenant, subject, enabled));
    }

    private void note(EventType type, TenantId tenant, Subject subject, List<Endpoint> enabled) {
        MessageId message = MessageId.next();
        Instant now = clock.instant();
        Stream<EndpointId> hooks =
                enabled.stream()
                        .filter(endpoint -> endpoint.events().contains(type))
                        .map(Endpoint::id);
        Stream.concat(hooks, topic.stream())
                .map(to -> Delivery.due(tenant, to, message, type, subject, now))
                .forEach(deliveries::add);
    }
}
