package io.evenhand.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.evenhand.delivery.Attempt;
import io.evenhand.delivery.Deliveries;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.EndpointId;
import io.evenhand.delivery.Endpoints;
import io.evenhand.delivery.EventType;
import io.evenhand.delivery.Fault;
import io.evenhand.delivery.MessageId;
import io.evenhand.delivery.SigningSecrets;
import io.evenhand.delivery.Subject;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Samples;
import io.evenhand.platform.Storage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import reactor.core.publisher.Mono;

/** What breaks on our side is noted like what breaks on the receiver's. */
class CourierTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Grading GRADING = Samples.queued();

    private final Contents contents = mock(Contents.class);
    private final LetterBody bodies = mock(LetterBody.class);
    private final Signatures signatures = mock(Signatures.class);
    private final Deliveries deliveries = mock(Deliveries.class);
    private final Storage storage = new Storage(mock(PlatformTransactionManager.class));
    private final Endpoint endpoint = endpoint();
    private final AtomicReference<Delivery> stored = new AtomicReference<>(claimed(endpoint));

    @BeforeEach
    void stores() {
        when(contents.of(any())).thenReturn(Mono.just(new Content.OfGrading(GRADING)));
        when(bodies.write(any(), any(), anyBoolean())).thenReturn("{}");
        when(deliveries.move(any(), any(), any(), any()))
                .thenAnswer(
                        call -> {
                            UnaryOperator<Delivery> move = call.getArgument(3);
                            return Optional.of(stored.updateAndGet(move));
                        });
    }

    @AfterEach
    void close() {
        storage.destroy();
    }

    @Test
    void notesAnAttemptWhoseBodyCannotBeWritten() {
        when(bodies.write(any(), any(), anyBoolean())).thenThrow(new IllegalStateException("no"));

        assertFailedAndGoesOn();
    }

    @Test
    void notesAnAttemptThatCannotBeSigned() {
        when(signatures.signed(any(), any(), any(), any()))
                .thenThrow(new IllegalStateException("no"));

        assertFailedAndGoesOn();
    }

    private void assertFailedAndGoesOn() {
        assertThat(courier().deliver(endpoint, stored.get()).block(SOON))
                .isEqualTo(Answer.of(Fault.INTERNAL));

        assertThat(stored.get().log()).extracting(Attempt::fault).containsOnly(internal());
        assertThat(stored.get().status()).isEqualTo(Delivery.Status.PENDING);
        assertThat(stored.get().dueAt()).isAfter(Samples.NOW);
        assertThat(stored.get().leaseUntil()).isEmpty();
    }

    private static Optional<Fault> internal() {
        return Optional.of(Fault.INTERNAL);
    }

    private Courier courier() {
        return new Courier(
                contents,
                bodies,
                signatures,
                mock(Poster.class),
                mock(Endpoints.class),
                deliveries,
                storage,
                Clock.fixed(Samples.NOW, ZoneOffset.UTC),
                new SimpleMeterRegistry());
    }

    private static Delivery claimed(Endpoint endpoint) {
        return Delivery.due(
                        endpoint.tenant(),
                        endpoint.id(),
                        MessageId.next(),
                        EventType.GRADING_COMPLETED,
                        new Subject.OneGrading(GRADING.id(), 1),
                        Samples.NOW)
                .claimed(Samples.NOW.plusSeconds(30));
    }

    private static Endpoint endpoint() {
        return new Endpoint(
                Samples.TENANT,
                EndpointId.next(),
                URI.create("https://example.com/hook"),
                Set.of(EventType.GRADING_COMPLETED),
                false,
                true,
                Optional.empty(),
                SigningSecrets.of("v1:sealed"),
                Samples.NOW,
                1);
    }
}
