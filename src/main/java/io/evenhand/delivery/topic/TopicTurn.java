package io.evenhand.delivery.topic;

import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.TopicQueue;
import io.evenhand.platform.Storage;
import io.evenhand.platform.topic.TopicFaults;
import io.evenhand.platform.topic.TopicProducer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/**
 * Claims some events, sends them, and notes what came of it. What the brokers did not take keeps
 * its place in the queue and is tried for as long as it takes; only what is wrong in itself waits
 * longer from try to try, so that it holds nobody up.
 */
final class TopicTurn {

    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private final TopicQueue queue;
    private final TopicPost post;
    private final Storage storage;
    private final int most;
    private final Clock clock;
    private final MeterRegistry metrics;

    TopicTurn(
            TopicQueue queue,
            TopicPost post,
            Storage storage,
            int most,
            Clock clock,
            MeterRegistry metrics) {
        this.queue = queue;
        this.post = post;
        this.storage = storage;
        this.most = most;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Whether there may be more that the brokers would take now. */
    Mono<Boolean> take() {
        return storage.inTransaction(() -> queue.claim(most, TopicProducer.patience().plus(MARGIN)))
                .filter(claimed -> !claimed.isEmpty())
                .flatMap(post::post)
                .flatMap(TopicTurn::acknowledged)
                .flatMap(posted -> storage.inTransaction(() -> noted(posted)))
                .defaultIfEmpty(false);
    }

    private static Mono<List<Posted>> acknowledged(List<Posted> posted) {
        CompletableFuture<?>[] sent =
                posted.stream()
                        .filter(Posted.Handed.class::isInstance)
                        .map(handed -> ((Posted.Handed) handed).acknowledged())
                        .toArray(CompletableFuture<?>[]::new);
        return Mono.fromFuture(CompletableFuture.allOf(sent), true)
                .onErrorComplete()
                .thenReturn(posted);
    }

    private boolean noted(List<Posted> posted) {
        List<Outcome> outcomes = posted.stream().map(this::noted).toList();
        return posted.size() == most && !outcomes.contains(Outcome.KEPT);
    }

    private Outcome noted(Posted posted) {
        Delivery delivery = posted.delivery();
        Outcome outcome = outcome(posted);
        switch (outcome) {
            case SENT, ERASED -> queue.done(delivery);
            case KEPT -> queue.later(delivery, delivery.dueAt());
            case REFUSED -> queue.later(delivery, later(delivery));
        }
        metrics.counter("evenhand.topic.events", "outcome", outcome.name()).increment();
        return outcome;
    }

    private static Outcome outcome(Posted posted) {
        return switch (posted) {
            case Posted.Erased erased -> Outcome.ERASED;
            case Posted.Kept kept -> Outcome.KEPT;
            case Posted.Unwritten unwritten -> Outcome.REFUSED;
            case Posted.Handed(Delivery delivery, CompletableFuture<?> sent)
                    when !sent.isCompletedExceptionally() ->
                    Outcome.SENT;
            case Posted.Handed(Delivery delivery, CompletableFuture<?> sent) ->
                    TopicFaults.isOfTheRecord(sent.exceptionNow()) ? Outcome.REFUSED : Outcome.KEPT;
        };
    }

    private Instant later(Delivery delivery) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(delivery.tries(), MOST_DOUBLINGS));
        return clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    private enum Outcome {
        SENT,
        ERASED,
        KEPT,
        REFUSED
    }
}
