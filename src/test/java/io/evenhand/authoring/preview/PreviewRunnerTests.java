package io.evenhand.authoring.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenhand.grading.Outcome;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.support.ApiTestBase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A preview outlives the instance that worked on it. */
class PreviewRunnerTests extends ApiTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Autowired Previews previews;
    @Autowired PreviewRunner runner;
    @Autowired Planner planner;
    @Autowired Storage storage;

    private Preview preview;

    @BeforeEach
    void aPreviewOfThreeAnswers() {
        String question = "q-" + UUID.randomUUID();
        api.send(
                HttpMethod.POST,
                "/v1/questions",
                """
                {"id": "%s", "status": "PUBLISHED", "text": "Why?", "modelAnswer": "So it is."}"""
                        .formatted(question));
        for (int i = 0; i < 3; i++) {
            api.post("{\"questionId\": \"%s\", \"answer\": \"So %d.\"}".formatted(question, i));
        }
        PreviewOrder order =
                new PreviewOrder(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Plan plan =
                Objects.requireNonNull(
                        planner.plan(TenantId.LOCAL, question, order).block(PATIENCE));
        preview =
                Preview.queued(
                        PreviewId.next(), plan.tenant(), question, "t", plan.target(), now());
        in(
                () -> {
                    previews.add(preview, plan.answers());
                    return true;
                });
    }

    @Test
    void goesOnWhereADeadInstanceStoppedWhenItsLeaseIsOver() {
        in(() -> previews.claim(1, now(), now().plus(LEASE)));
        in(
                () -> {
                    Item first = items().getFirst();
                    previews.record(preview.tenant(), preview.id(), PreviewSamples.failed(first));
                    return true;
                });
        int calls = model.calls();
        runner.call();
        assertThat(status()).isEqualTo(PreviewStatus.RUNNING);

        clock.advance(LEASE);
        runner.call();

        await().atMost(20, TimeUnit.SECONDS).until(() -> status() == PreviewStatus.COMPLETED);
        assertThat(model.calls() - calls).isEqualTo(2);
        assertThat(in(this::items))
                .extracting(Item::status)
                .containsExactly(Item.Status.FAILED, Item.Status.COMPARED, Item.Status.COMPARED);
    }

    @Test
    void isHeldWhileAnAnswerTakesLongerThanALease() {
        Sinks.Empty<Void> slow = Sinks.empty();
        model.will(assignment -> slow.asMono().then(Mono.just(new Outcome.Busy())));
        int calls = model.calls();
        runner.call();
        await().atMost(20, TimeUnit.SECONDS).until(() -> model.calls() > calls);

        for (int i = 0; i < 4; i++) {
            clock.advance(LEASE.minusSeconds(5));
            Instant held = now().plus(LEASE);
            runner.call();
            await().atMost(20, TimeUnit.SECONDS)
                    .until(() -> !found().leaseUntil().orElse(Instant.MIN).isBefore(held));
        }

        assertThat(found().claims()).isEqualTo(1);
        slow.tryEmitEmpty();
        await().atMost(20, TimeUnit.SECONDS).until(() -> status() == PreviewStatus.COMPLETED);
    }

    @Test
    void isGivenUpWhenItTakesItsInstancesWithIt() {
        for (int i = 0; i < 5; i++) {
            assertThat(in(() -> previews.claim(1, now(), now().plus(LEASE)))).hasSize(1);
            clock.advance(LEASE);
        }
        int calls = model.calls();
        runner.call();

        await().atMost(20, TimeUnit.SECONDS).until(() -> status() == PreviewStatus.FAILED);
        assertThat(model.calls()).isEqualTo(calls);
    }

    @Test
    void isForgottenAfterItsTime() {
        runner.call();
        await().atMost(20, TimeUnit.SECONDS).until(() -> status() == PreviewStatus.COMPLETED);

        clock.advance(Duration.ofDays(31));
        runner.call();

        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> in(() -> previews.find(preview.tenant(), preview.id())).isEmpty());
    }

    private PreviewStatus status() {
        return found().status();
    }

    private Preview found() {
        return in(() -> previews.find(preview.tenant(), preview.id()).orElseThrow());
    }

    private List<Item> items() {
        return previews.items(preview.tenant(), preview.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private <T> T in(Callable<T> work) {
        return Objects.requireNonNull(storage.inTransaction(work).block(PATIENCE));
    }
}
