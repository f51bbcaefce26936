package io.evenhand.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.evenhand.batch.BatchCompleted;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.Samples;
import io.evenhand.grading.UngradedReason;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.platform.vault.Vault;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A move and what is to be told of it are stored together, or neither is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutboxContract {

    private static final Set<EventType> ALL = Set.of(EventType.values());
    private static final BatchId BATCH = new BatchId("01KB0000000000000000000000");

    private TestDatabase database;
    private AnnotationConfigApplicationContext context;
    private Gradings gradings;
    private Endpoints endpoints;
    private Deliveries deliveries;
    private TopicQueue topic;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(JdbcOperations.class, database::operations);
        context.registerBean(Vault.class, () -> TestVaults.vault());
        context.registerBean(StorageJson.class);
        context.registerBean(Clock.class, SettableClock::new);
        context.registerBean(Outbox.class);
        context.scan("io.evenhand.grading.store", "io.evenhand.delivery.store");
        context.refresh();
        gradings = context.getBean(Gradings.class);
        endpoints = context.getBean(Endpoints.class);
        deliveries = context.getBean(Deliveries.class);
        topic = context.getBean(TopicQueue.class);
    }

    @AfterAll
    void close() throws Exception {
        context.close();
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void aMoveThatIsRolledBackLeavesNothing() {
        Endpoint endpoint = endpoint(Samples.TENANT, ALL);
        Grading grading = claimed();

        assertThatThrownBy(
                        () ->
                                inTx(
                                        () -> {
                                            graded(grading, Samples.byModel());
                                            throw new IllegalStateException("no");
                                        }))
                .hasMessage("no");

        assertThat(inTx(() -> gradings.version(grading.tenant(), grading.id())))
                .contains(grading.version());
        assertThat(told(endpoint)).isEmpty();
    }

    @Test
    void tellsOfTheFirstGradeAndOfLaterOnes() {
        Endpoint endpoint = endpoint(Samples.TENANT, ALL);
        Grading grading = claimed();
        inTx(() -> graded(grading, Samples.byFallback(FallbackReason.CIRCUIT_OPEN)));
        assertThat(told(endpoint))
                .extracting(Delivery::type, Delivery::subject)
                .containsExactly(
                        tuple(
                                EventType.GRADING_COMPLETED,
                                new Subject.OneGrading(grading.id(), 1)));

        inTx(() -> graded(grading, Samples.byModel()));

        assertThat(told(endpoint).getFirst().type()).isEqualTo(EventType.GRADING_REVISED);
        assertThat(told(endpoint).getFirst().subject())
                .isEqualTo(new Subject.OneGrading(grading.id(), 2));
        assertThat(told(endpoint)).hasSize(2).extracting(Delivery::message).doesNotHaveDuplicates();
    }

    @Test
    void tellsThatAGradeAsksForAPerson() {
        Endpoint endpoint = endpoint(Samples.TENANT, ALL);
        Grade doubtful = Samples.byModel().withReviewReasons(List.of(ReviewReason.BORDERLINE));

        inTx(() -> graded(claimed(), doubtful));

        assertThat(told(endpoint))
                .extracting(Delivery::type)
                .containsExactlyInAnyOrder(
                        EventType.GRADING_COMPLETED, EventType.GRADING_REVIEW_NEEDED);
    }

    @Test
    void tellsThatThereIsNoGradeButNothingOfMovesWithoutAResult() {
        Endpoint endpoint = endpoint(Samples.TENANT, ALL);
        Grading grading = claimed();
        move(grading, Event.RELEASED, g -> g.released(Optional.empty()));
        assertThat(told(endpoint)).isEmpty();

        move(
                grading,
                Event.UNGRADED,
                g ->
                        g.ungraded(
                                Samples.noGrade(UngradedReason.NEEDS_MODEL),
                                List.of(),
                                Optional.empty(),
                                Samples.NOW));

        assertThat(told(endpoint))
                .extracting(Delivery::type)
                .containsExactly(EventType.GRADING_COMPLETED);
    }

    @Test
    void notesOneMessageForAllWhoListen() {
        Endpoint one = endpoint(Samples.TENANT, Set.of(EventType.GRADING_COMPLETED));
        Endpoint two = endpoint(Samples.TENANT, ALL);
        Endpoint deaf = endpoint(Samples.TENANT, Set.of(EventType.GRADING_REVISED));
        Endpoint disabled = endpoint(Samples.TENANT, ALL);
        inTx(() -> endpoints.change(Samples.TENANT, disabled.id(), e -> e.disabled(Fault.GONE)));
        Endpoint stranger = endpoint(new TenantId("rival"), ALL);

        inTx(() -> graded(claimed(), Samples.byModel()));

        assertThat(told(one)).hasSize(1);
        assertThat(told(two)).hasSize(1);
        assertThat(told(two).getFirst().message()).isEqualTo(told(one).getFirst().message());
        assertThat(List.of(told(deaf), told(disabled), told(stranger))).allMatch(List::isEmpty);
    }

    @Test
    void tellsOnceThatABatchIsCompleted() {
        Endpoint one = endpoint(Samples.TENANT, Set.of(EventType.BATCH_COMPLETED));
        Endpoint two = endpoint(Samples.TENANT, ALL);
        Endpoint deaf = endpoint(Samples.TENANT, Set.of(EventType.GRADING_COMPLETED));
        Endpoint stranger = endpoint(new TenantId("rival"), ALL);

        complete();

        for (Endpoint endpoint : List.of(one, two)) {
            assertThat(told(endpoint))
                    .extracting(Delivery::type, Delivery::subject)
                    .containsExactly(
                            tuple(EventType.BATCH_COMPLETED, new Subject.WholeBatch(BATCH)));
        }
        assertThat(told(two).getFirst().message()).isEqualTo(told(one).getFirst().message());
        assertThat(List.of(told(deaf), told(stranger))).allMatch(List::isEmpty);
    }

    @Test
    void nobodyHearsOfABatchWhoseEndWasNotStored() {
        Endpoint endpoint = endpoint(Samples.TENANT, ALL);

        assertThatThrownBy(
                        () ->
                                inTx(
                                        () -> {
                                            context.publishEvent(completed());
                                            throw new IllegalStateException("no");
                                        }))
                .hasMessage("no");

        assertThat(told(endpoint)).isEmpty();
    }

    @Test
    void notesOneRowForTheTopicWhoeverListensBesideIt() {
        Endpoint endpoint = endpoint(Samples.TENANT, ALL);
        Outbox outbox =
                new Outbox(
                        endpoints,
                        deliveries,
                        Optional.of(new EventTopic("events")),
                        context.getBean(Clock.class));

        inTx(
                () -> {
                    outbox.note(completed());
                    return "";
                });

        List<Delivery> waiting = inTx(() -> topic.claim(10, Duration.ofMinutes(1)));
        assertThat(waiting).hasSize(1);
        assertThat(waiting.getFirst().message()).isEqualTo(told(endpoint).getFirst().message());
    }

    private static BatchCompleted completed() {
        return new BatchCompleted(Samples.TENANT, BATCH);
    }

    private void complete() {
        inTx(
                () -> {
                    context.publishEvent(completed());
                    return "";
                });
    }

    @Test
    void holdsNothingOfWhatWasWritten() {
        endpoint(Samples.TENANT, ALL);
        inTx(() -> graded(claimed(), Samples.byModel()));

        assertThat(
                        database.jdbc()
                                .sql("select * from webhook_delivery")
                                .query()
                                .singleRow()
                                .toString())
                .doesNotContain("noise", "Jane", "Good.");
    }

    private Grading claimed() {
        Grading grading = Samples.queued();
        return inTx(
                () -> {
                    gradings.add(grading, Optional.empty(), "somebody");
                    return gradings.claimAbandoned(Samples.TENANT, 1, Duration.ofMinutes(1))
                            .getFirst();
                });
    }

    private Grading graded(Grading grading, Grade grade) {
        return gradings.move(
                        grading.tenant(),
                        grading.id(),
                        Optional.empty(),
                        Event.GRADED,
                        "system",
                        g -> g.graded(grade, List.of(), Optional.empty(), Samples.NOW))
                .orElseThrow();
    }

    private void move(Grading grading, Event event, UnaryOperator<Grading> move) {
        inTx(
                () ->
                        gradings.move(
                                grading.tenant(),
                                grading.id(),
                                Optional.empty(),
                                event,
                                "system",
                                move));
    }

    private Endpoint endpoint(TenantId tenant, Set<EventType> events) {
        Endpoint endpoint =
                new Endpoint(
                        tenant,
                        EndpointId.next(),
                        URI.create("https://example.com/hook"),
                        events,
                        false,
                        true,
                        Optional.empty(),
                        SigningSecrets.of("v1:sealed"),
                        Samples.NOW,
                        1);
        return inTx(
                () -> {
                    endpoints.add(endpoint);
                    return endpoint;
                });
    }

    private List<Delivery> told(Endpoint endpoint) {
        return inTx(() -> deliveries.page(endpoint, Optional.empty(), 100));
    }

    private <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }
}
