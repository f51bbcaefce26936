package io.evenhand.delivery.web;

import io.evenhand.delivery.Deliveries;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.DeliveryId;
import io.evenhand.delivery.Endpoint;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The deliveries to an endpoint as the reactive side sees them. */
@Component
class DeliveryDesk {

    private final Deliveries deliveries;
    private final Storage storage;
    private final Clock clock;

    DeliveryDesk(Deliveries deliveries, Storage storage, Clock clock) {
        this.deliveries = deliveries;
        this.storage = storage;
        this.clock = clock;
    }

    Mono<List<Delivery>> page(Endpoint endpoint, Optional<DeliveryId> before, int limit) {
        return storage.inTransaction(() -> deliveries.page(endpoint, before, limit));
    }

    /** Sends it once more, with the same message id, and if that fails by the schedule. */
    Mono<Delivery> again(Endpoint endpoint, String id) {
        if (!endpoint.enabled()) {
            return Mono.error(
                    new Refusal(
                            ProblemCode.CONFLICT, "The endpoint is disabled; enable it first."));
        }
        Instant now = clock.instant();
        return Mono.just(new DeliveryId(id))
                .filter(DeliveryId::isWellFormed)
                .flatMap(
                        known ->
                                storage.inTransaction(
                                        () ->
                                                deliveries.move(
                                                        endpoint,
                                                        known,
                                                        Optional.empty(),
                                                        delivery -> delivery.again(now))))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                ProblemCode.NOT_FOUND,
                                                "There is no such delivery.")));
    }
}
