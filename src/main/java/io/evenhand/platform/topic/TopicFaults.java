package io.evenhand.platform.topic;

import java.util.concurrent.CompletionException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells what is wrong with a record from what is wrong with the brokers. */
public final class TopicFaults {

    private TopicFaults() {}

    /** Whether brokers that are well would refuse it, too. */
    public static boolean isOfTheRecord(Throwable error) {
        Throwable cause =
                error instanceof CompletionException && error.getCause() != null
                        ? error.getCause()
                        : error;
        return cause instanceof RecordTooLargeException
                || cause instanceof InvalidRecordException
                || cause instanceof SerializationException;
    }
}
