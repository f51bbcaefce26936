package io.evenhand.dispatch.requests;

import io.evenhand.grading.work.GradingDesk;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Has records stored as gradings that nobody waits for: some at a time, of one key in turn. */
final class RequestIntake {

    private static final Logger LOG = LoggerFactory.getLogger(RequestIntake.class);
    private static final int AT_ONCE = 8;

    /** What breaks on a record and not with the store is tried again before it is given up. */
    private static final int MORE_TRIES = 2;

    private final RequestReader reader;
    private final GradingDesk desk;
    private final MeterRegistry metrics;

    RequestIntake(RequestReader reader, GradingDesk desk, MeterRegistry metrics) {
        this.reader = reader;
        this.desk = desk;
        this.metrics = metrics;
    }

    /** Never fails; once the store is not there, the rest is not tried. */
    Mono<List<Fate>> store(List<ConsumerRecord<byte[], byte[]>> written) {
        AtomicBoolean down = new AtomicBoolean();
        return Flux.fromIterable(byKey(written))
                .flatMap(
                        sameKey ->
                                Flux.fromIterable(sameKey)
                                        .filter(one -> !down.get())
                                        .concatMap(one -> store(one, down)),
                        AT_ONCE)
                .collectList();
    }

    private static List<List<ConsumerRecord<byte[], byte[]>>> byKey(
            List<ConsumerRecord<byte[], byte[]>> written) {
        Map<ByteBuffer, List<ConsumerRecord<byte[], byte[]>>> byKey = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> one : written) {
            byte[] key = one.key() == null ? new byte[0] : one.key();
            byKey.computeIfAbsent(ByteBuffer.wrap(key), same -> new ArrayList<>()).add(one);
        }
        return List.copyOf(byKey.values());
    }

    private Mono<Fate> store(ConsumerRecord<byte[], byte[]> written, AtomicBoolean down) {
        return Mono.defer(() -> reader.read(written))
                .flatMap(desk::accept)
                .<Fate>map(receipt -> new Fate.Stored())
                // what the key stood for has been erased since
                .defaultIfEmpty(new Fate.Stored())
                .retryWhen(
                        Retry.max(MORE_TRIES)
                                .filter(RequestIntake::isOfTheRecord)
                                .onRetryExhaustedThrow((tries, last) -> last.failure()))
                .onErrorResume(error -> Mono.just(fate(written, error)))
                .doOnNext(fate -> count(fate, down));
    }

    private static Fate fate(ConsumerRecord<byte[], byte[]> written, Throwable error) {
        if (error instanceof Refusal refusal) {
            return switch (refusal.code()) {
                // a request over HTTP has the key and is still waiting for its grade
                case IDEMPOTENCY_IN_PROGRESS -> new Fate.Stored();
                case OVERLOADED -> new Fate.Postponed(refusal);
                default -> new Fate.Dead(written, refusal);
            };
        }
        if (StoreFaults.isDown(error)) {
            return new Fate.Postponed(error);
        }
        LOG.error("A request by topic broke something: {}", places(error));
        return new Fate.Dead(
                written, new Refusal(ProblemCode.INTERNAL, "The log of the service knows more."));
    }

    /** Types and places only: a message may hold what a candidate wrote. */
    private static String places(Throwable error) {
        StackTraceElement[] frames = error.getStackTrace();
        return error.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
    }

    private static boolean isOfTheRecord(Throwable error) {
        return !(error instanceof Refusal) && !StoreFaults.isDown(error);
    }

    private void count(Fate fate, AtomicBoolean down) {
        String outcome =
                switch (fate) {
                    case Fate.Stored stored -> "STORED";
                    case Fate.Dead dead -> dead.why().code().name();
                    case Fate.Postponed postponed -> {
                        down.set(true);
                        yield "POSTPONED";
                    }
                };
        metrics.counter("evenhand.topic.requests", "outcome", outcome).increment();
    }
}
