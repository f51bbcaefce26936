package io.evenhand.dispatch.requests;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes some records at a time: all of them are stored or dead letters before any is acknowledged.
 * If that cannot be said of one of them, all come again, and those that are stored are known by
 * their keys.
 */
final class RequestListener implements BatchAcknowledgingMessageListener<byte[], byte[]> {

    private final RequestIntake intake;
    private final DeadLetters deadLetters;

    RequestListener(RequestIntake intake, DeadLetters deadLetters) {
        this.intake = intake;
        this.deadLetters = deadLetters;
    }

    /** On the consumer's own thread, which waits: nothing more is asked for meanwhile. */
    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> written, @Nullable Acknowledgment acknowledgment) {
        List<Fate> fates = intake.store(written).toFuture().join();
        fates.stream()
                .filter(Fate.Postponed.class::isInstance)
                .map(Fate.Postponed.class::cast)
                .findFirst()
                .ifPresent(postponed -> comeAgain(postponed.why()));
        deadLetters
                .bury(
                        fates.stream()
                                .filter(Fate.Dead.class::isInstance)
                                .map(Fate.Dead.class::cast)
                                .toList())
                .join();
        if (acknowledgment != null) {
            acknowledgment.acknowledge();
        }
    }

    /** The name of what is wrong is all that may be logged. */
    private static void comeAgain(Throwable why) {
        throw new IllegalStateException(
                "The store takes no requests now: " + why.getClass().getName());
    }
}
