package io.evenhand.delivery.send;

import io.evenhand.delivery.Attempt;
import io.evenhand.delivery.Deliveries;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.Endpoints;
import io.evenhand.delivery.Fault;
import io.evenhand.platform.Storage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a claimed delivery to its end: renders, signs, posts it, and notes what came of that. */
@Component
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Contents contents;
    private final LetterBody bodies;
    private final Signatures signatures;
    private final Poster poster;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Storage storage;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Schedule schedule = new Schedule();

    Courier(
            Contents contents,
            LetterBody bodies,
            Signatures signatures,
            Poster poster,
            Endpoints endpoints,
            Deliveries deliveries,
            Storage storage,
            Clock clock,
            MeterRegistry metrics) {
        this.contents = contents;
        this.bodies = bodies;
        this.signatures = signatures;
        this.poster = poster;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.storage = storage;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What came of the attempt, once that is stored; a stale one is dropped. */
    Mono<Answer> deliver(Endpoint endpoint, Delivery claimed) {
        Instant begun = clock.instant();
        return contents.of(claimed)
                .flatMap(content -> sent(endpoint, claimed, content, begun))
                .defaultIfEmpty(Answer.of(Fault.ERASED))
                .flatMap(answer -> ended(endpoint, claimed, answer, begun));
    }

    /**
     * What breaks on our side is an attempt that failed, too: its owner sees it, and it goes on.
     */
    private Mono<Answer> sent(Endpoint endpoint, Delivery claimed, Content content, Instant begun) {
        return Mono.defer(() -> post(endpoint, claimed, content, begun))
                .onErrorResume(error -> broken(claimed, error));
    }

    private static Mono<Answer> broken(Delivery claimed, Throwable error) {
        LOG.warn("Delivery {} was not written ({}).", claimed.id(), error.getClass().getName());
        return Mono.just(Answer.of(Fault.INTERNAL));
    }

    private Mono<Answer> post(Endpoint endpoint, Delivery claimed, Content content, Instant begun) {
        String body = bodies.write(claimed, content, endpoint.includeAnswer());
        return signatures
                .signed(endpoint, claimed.message().value(), body, begun)
                .map(poster::post)
                .orElseGet(() -> Mono.just(Answer.of(Fault.SECRET_UNREADABLE)));
    }

    private Mono<Answer> ended(Endpoint endpoint, Delivery claimed, Answer answer, Instant begun) {
        metrics.counter(
                        "evenhand.webhook.attempts",
                        "outcome",
                        answer.fault().map(Fault::name).orElse("DELIVERED"))
                .increment();
        return storage.inTransaction(
                () -> {
                    note(endpoint, claimed, answer, begun);
                    return answer;
                });
    }

    private void note(Endpoint endpoint, Delivery claimed, Answer answer, Instant begun) {
        Instant now = clock.instant();
        Attempt made =
                new Attempt(
                        claimed.attempt(),
                        begun,
                        answer.statusCode(),
                        answer.fault(),
                        Duration.between(begun, now).toMillis());
        Optional<Delivery> noted =
                deliveries.move(
                        endpoint,
                        claimed.id(),
                        Optional.of(claimed.attempt()),
                        delivery -> delivery.ended(made, next(delivery, answer, now)));
        if (noted.isPresent() && answer.fault().filter(Fault.GONE::equals).isPresent()) {
            disable(endpoint);
        }
    }

    private Optional<Instant> next(Delivery delivery, Answer answer, Instant now) {
        return answer.fault()
                .filter(fault -> !fault.isFinal())
                .flatMap(fault -> schedule.next(delivery.tries(), answer.retryAfter(), now));
    }

    /** Unless its owner has given it another address meanwhile. */
    private void disable(Endpoint endpoint) {
        endpoints.change(
                endpoint.tenant(),
                endpoint.id(),
                today -> today.url().equals(endpoint.url()) ? today.disabled(Fault.GONE) : today);
    }
}
