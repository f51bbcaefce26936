package io.evenhand.platform.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes to topics, so that what is acknowledged is on all replicas that are in sync, once and in
 * the order in which it was handed over. Where the brokers are and how one gets in say Spring's own
 * settings; what the promises rest on is not theirs to change.
 */
@Component
@ConditionalOnKafka
public class TopicProducer implements DisposableBean {

    /** Within this the brokers have acknowledged a record, or it counts as not sent. */
    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private static final Duration REQUEST = Duration.ofSeconds(10);

    /** How long handing over may block: for metadata, or for room in the buffer. */
    private static final Duration BLOCK = Duration.ofSeconds(10);

    /** Before compression; what brokers take is their own setting. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;

    TopicProducer(ProducerFactory<?, ?> settings) {
        Map<String, Object> config = new HashMap<>(settings.getConfigurationProperties());
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        config.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(DELIVERY));
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST));
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(BLOCK));
        this.producers =
                new DefaultKafkaProducerFactory<>(
                        config, new ByteArraySerializer(), new ByteArraySerializer());
        settings.getListeners().forEach(listener -> producers.addListener(cast(listener)));
    }

    /** Metrics read names and clients, and no records. */
    @SuppressWarnings("unchecked")
    private static ProducerFactory.Listener<byte[], byte[]> cast(
            ProducerFactory.Listener<?, ?> listener) {
        return (ProducerFactory.Listener<byte[], byte[]>) listener;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    /** After this nothing that was handed over is on its way any more. */
    public static Duration patience() {
        return DELIVERY.plus(BLOCK);
    }

    /**
     * Hands a record over, which may block; what comes back ends when it is acknowledged, or with
     * what went wrong.
     */
    public CompletableFuture<RecordMetadata> send(ProducerRecord<byte[], byte[]> written) {
        CompletableFuture<RecordMetadata> acknowledged = new CompletableFuture<>();
        try (Producer<byte[], byte[]> producer = producers.createProducer()) {
            producer.send(
                    written,
                    (metadata, error) -> {
                        if (error == null) {
                            acknowledged.complete(metadata);
                        } else {
                            acknowledged.completeExceptionally(error);
                        }
                    });
        } catch (KafkaException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
