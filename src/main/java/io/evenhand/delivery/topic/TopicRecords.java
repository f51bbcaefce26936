package io.evenhand.delivery.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.evenhand.batch.web.BatchView;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.EventTopic;
import io.evenhand.delivery.send.Content;
import io.evenhand.delivery.send.LetterBody;
import io.evenhand.grading.Grading;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes events as records: what a webhook that asks for no answers is sent, keyed by whom it is
 * about so that what concerns one candidate stays in one partition.
 */
final class TopicRecords {

    /** The event's id: the same however often it is sent, so that a receiver can drop doubles. */
    static final String ID = "id";

    static final String TYPE = "type";
    static final String TENANT = "tenant";

    private final LetterBody bodies;
    private final EventTopic topic;

    TopicRecords(LetterBody bodies, EventTopic topic) {
        this.bodies = bodies;
        this.topic = topic;
    }

    ProducerRecord<byte[], byte[]> write(Delivery delivery, Content content) {
        ProducerRecord<byte[], byte[]> written =
                new ProducerRecord<>(
                        topic.name(),
                        key(content).getBytes(UTF_8),
                        bodies.write(delivery, content, false).getBytes(UTF_8));
        written.headers()
                .add(ID, delivery.message().value().getBytes(UTF_8))
                .add(TYPE, delivery.type().label().getBytes(UTF_8))
                .add(TENANT, delivery.tenant().value().getBytes(UTF_8));
        return written;
    }

    private static String key(Content content) {
        return switch (content) {
            case Content.OfGrading(Grading grading) ->
                    grading.submission().candidateRef().orElse(grading.id().value());
            case Content.OfBatch(BatchView batch) -> batch.id();
        };
    }
}
