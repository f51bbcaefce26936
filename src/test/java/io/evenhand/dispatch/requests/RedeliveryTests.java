package io.evenhand.dispatch.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.support.TopicTestBase;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** A crash between the store and the commit of an offset doubles nothing. */
class RedeliveryTests extends TopicTestBase {

    @Autowired private RequestListener listener;
    @Autowired private ConcurrentMessageListenerContainer<byte[], byte[]> consumers;

    @Test
    void whatIsStoredAndNotCommittedComesAgainAndIsTheSameGrading() {
        consumers.stop();
        try {
            request(candidate, body());
            assertThatThrownBy(() -> listener.onMessage(List.of(received(body())), this::crash))
                    .hasMessage("crashed");
            assertThat(gradings()).isEqualTo(1);
        } finally {
            consumers.start();
        }
        request(candidate + "-last", body());

        topics.read(EVENTS, 2, this::isMine);

        assertThat(gradings()).isEqualTo(2);
        assertThat(topics.all(DEAD, one -> candidate.equals(one.key()))).isEmpty();
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsStored() {
        faults.beforeEach(
                (method, arguments) -> {
                    if (method.equals("add")) {
                        throw new DataAccessResourceFailureException("the store says: no");
                    }
                });

        assertThatThrownBy(
                        () ->
                                listener.onMessage(
                                        List.of(received(body())),
                                        () -> {
                                            throw new AssertionError("acknowledged");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DataAccessResourceFailureException")
                .hasMessageNotContaining("says");
        assertThat(gradings()).isZero();
    }

    private ConsumerRecord<byte[], byte[]> received(String body) {
        return new ConsumerRecord<>(
                REQUESTS,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                candidate.getBytes(UTF_8),
                body.getBytes(UTF_8),
                new RecordHeaders().add("tenant", "local".getBytes(UTF_8)),
                Optional.empty());
    }

    private void crash() {
        throw new IllegalStateException("crashed");
    }
}
