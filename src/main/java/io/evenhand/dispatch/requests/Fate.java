package io.evenhand.dispatch.requests;

import io.evenhand.platform.Refusal;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What has become of a record. */
sealed interface Fate {

    /** It is a grading, now or since it came before. */
    record Stored() implements Fate {}

    /** It never will be one. */
    record Dead(ConsumerRecord<byte[], byte[]> request, Refusal why) implements Fate {}

    /** Nobody can say yet: the store is not there. */
    record Postponed(Throwable why) implements Fate {}
}
