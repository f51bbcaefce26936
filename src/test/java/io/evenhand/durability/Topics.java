package io.evenhand.durability;

import io.evenhand.support.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A platform that hands in by topic and reads results from one. */
final class Topics implements AutoCloseable {

    private static final String REQUESTS = "evenhand.requests";
    private static final String RESULTS = "evenhand.gradings";

    private final KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestBroker.address(), "acks", "all"),
                    new StringSerializer(),
                    new StringSerializer());
    private final Set<Traffic.Handed> sent = ConcurrentHashMap.newKeySet();

    /** Returns when the brokers have it: from then on it must not be lost. */
    void send(Traffic.Handed handed, String body) throws ExecutionException, InterruptedException {
        ProducerRecord<String, String> request = new ProducerRecord<>(REQUESTS, handed.key(), body);
        request.headers().add("tenant", handed.tenant().getBytes(StandardCharsets.UTF_8));
        producer.send(request).get();
        sent.add(handed);
    }

    /** What brokers have acknowledged. */
    Set<Traffic.Handed> sent() {
        return sent;
    }

    /** All events of the topic of results, from the beginning. */
    List<ConsumerRecord<String, String>> results() {
        List<ConsumerRecord<String, String>> all = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestBroker.address()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(RESULTS).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
            }
        }
        return all;
    }

    static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
