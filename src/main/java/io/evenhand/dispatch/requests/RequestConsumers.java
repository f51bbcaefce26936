package io.evenhand.dispatch.requests;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Makes the consumers: a plain group whose offsets are committed after what they stand for was
 * stored. What fails is tried again for ever, with the partitions paused, so that neither a record
 * nor a place in the group is lost.
 */
final class RequestConsumers {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final double GROWTH = 2;

    private final ConsumerFactory<?, ?> settings;
    private final RequestSettings requests;

    RequestConsumers(ConsumerFactory<?, ?> settings, RequestSettings requests) {
        this.settings = settings;
        this.requests = requests;
    }

    ConcurrentMessageListenerContainer<byte[], byte[]> of(RequestListener listener) {
        ContainerProperties properties = new ContainerProperties(requests.topic());
        properties.setGroupId(requests.group());
        properties.setClientId("evenhand-requests");
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setMessageListener(listener);
        // rights that are missing today may be given tomorrow
        properties.setAuthExceptionRetryInterval(LONGEST_WAIT);
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers(), properties);
        container.setConcurrency(requests.consumers());
        container.setCommonErrorHandler(new DefaultErrorHandler(forEver()));
        return container;
    }

    private static ExponentialBackOff forEver() {
        ExponentialBackOff waits = new ExponentialBackOff(FIRST_WAIT.toMillis(), GROWTH);
        waits.setMaxInterval(LONGEST_WAIT.toMillis());
        return waits;
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> consumers() {
        Map<String, Object> config = new HashMap<>(settings.getConfigurationProperties());
        config.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, requests.batch());
        DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
                new DefaultKafkaConsumerFactory<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        settings.getListeners().forEach(listener -> consumers.addListener(cast(listener)));
        return consumers;
    }

    /** Metrics read names and clients, and no records. */
    @SuppressWarnings("unchecked")
    private static ConsumerFactory.Listener<byte[], byte[]> cast(
            ConsumerFactory.Listener<?, ?> listener) {
        return (ConsumerFactory.Listener<byte[], byte[]>) listener;
    }
}
