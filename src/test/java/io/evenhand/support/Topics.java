package io.evenhand.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another party at the broker: writes requests, and reads whatever is there. */
public final class Topics implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestBroker.address()),
                    new StringSerializer(),
                    new StringSerializer());

    /**
     * @param headers names and values in turn
     */
    public void write(
            String topic, @Nullable String key, @Nullable String value, String... headers) {
        ProducerRecord<String, String> written = new ProducerRecord<>(topic, key, value);
        for (int i = 0; i < headers.length; i += 2) {
            written.headers().add(headers[i], headers[i + 1].getBytes(UTF_8));
        }
        try {
            producer.send(written).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As soon as there are that many records of the sort, all of them. */
    public List<Received> read(String topic, int count, Predicate<Received> wanted) {
        try (KafkaConsumer<String, String> consumer = consumer(topic)) {
            List<Received> found = new ArrayList<>();
            Instant end = Instant.now().plus(PATIENCE);
            while (found.size() < count && Instant.now().isBefore(end)) {
                consumer.poll(POLL).forEach(one -> found.add(new Received(one)));
                found.removeIf(wanted.negate());
            }
            assertThat(found).as("records of %s", topic).hasSizeGreaterThanOrEqualTo(count);
            return found;
        }
    }

    /** Everything of the sort that has come by now. */
    public List<Received> all(String topic, Predicate<Received> wanted) {
        try (KafkaConsumer<String, String> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            List<Received> found = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(one -> found.add(new Received(one)));
            }
            found.removeIf(wanted.negate());
            return found;
        }
    }

    private static KafkaConsumer<String, String> consumer(String topic) {
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestBroker.address()),
                        new StringDeserializer(),
                        new StringDeserializer());
        consumer.assign(
                IntStream.range(0, TestBroker.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    /** A record as it was read. */
    public record Received(ConsumerRecord<String, String> record) {

        public String header(String name) {
            Header header = record.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), UTF_8);
        }

        public @Nullable String key() {
            return record.key();
        }

        public @Nullable String value() {
            return record.value();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(record.value());
        }

        public String at(String pointer) {
            return json().at(pointer).asString("");
        }
    }
}
