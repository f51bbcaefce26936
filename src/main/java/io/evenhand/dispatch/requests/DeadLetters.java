package io.evenhand.dispatch.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import io.evenhand.platform.topic.TopicFaults;
import io.evenhand.platform.topic.TopicProducer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts what cannot be taken on a topic of its own: as it came, and with the reason. */
final class DeadLetters {

    static final String CODE = "code";
    static final String ERRORS = "errors";

    /** Topic, partition and offset that it came from. */
    static final String SOURCE = "source";

    private static final int MOST_ERRORS = 20;
    private static final int LONGEST_POINTER = 200;

    private final TopicProducer producer;
    private final JsonMapper json;
    private final String topic;

    DeadLetters(TopicProducer producer, JsonMapper json, String topic) {
        this.producer = producer;
        this.json = json;
        this.topic = topic;
    }

    /** Ends when all of them are there; fails if the brokers did not take one. */
    CompletableFuture<Void> bury(List<Fate.Dead> dead) {
        return CompletableFuture.allOf(
                dead.stream().map(this::bury).toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<?> bury(Fate.Dead dead) {
        return producer.send(letter(dead, dead.request().value()))
                .exceptionallyCompose(error -> withoutValue(dead, error));
    }

    /** With its headers it may be more than the brokers take; where it came from, it still is. */
    private CompletableFuture<RecordMetadata> withoutValue(Fate.Dead dead, Throwable error) {
        return TopicFaults.isOfTheRecord(error)
                ? producer.send(letter(dead, null))
                : CompletableFuture.failedFuture(new CompletionException(error));
    }

    private ProducerRecord<byte[], byte[]> letter(Fate.Dead dead, byte @Nullable [] value) {
        ConsumerRecord<byte[], byte[]> request = dead.request();
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, request.key(), value, request.headers());
        put(letter.headers(), CODE, dead.why().code().name());
        put(letter.headers(), ERRORS, json.writeValueAsString(errors(dead.why())));
        put(
                letter.headers(),
                SOURCE,
                "%s-%d@%d".formatted(request.topic(), request.partition(), request.offset()));
        return letter;
    }

    /** The beginning: a pointer may name what the client wrote, as long as it likes. */
    private static List<Violation> errors(Refusal why) {
        return why.violations().stream().limit(MOST_ERRORS).map(DeadLetters::shortened).toList();
    }

    private static Violation shortened(Violation violation) {
        String pointer = violation.pointer();
        return pointer == null || pointer.length() <= LONGEST_POINTER
                ? violation
                : Violation.at(pointer.substring(0, LONGEST_POINTER) + "...", violation.message());
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
