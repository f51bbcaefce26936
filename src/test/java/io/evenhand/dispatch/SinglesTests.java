package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.Samples;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A tenant that queued many single answers holds up nobody else's. */
@TestPropertySource(
        properties = {
            "evenhand.grading.max-in-flight=4",
            "evenhand.dispatch.weights.heavy=3",
            // each of them is a call of its own, though the answers are the same
            "evenhand.grading.cache.enabled=false",
            "evenhand.dispatch.drain=0s"
        })
@DirtiesContext
class SinglesTests extends ApiTestBase {

    private static final TenantId MANY = new TenantId("many");
    private static final TenantId LATE = new TenantId("late");
    private static final TenantId HEAVY = new TenantId("heavy");

    @Autowired private Singles singles;
    @Autowired private Gradings gradings;
    @Autowired private Storage storage;

    private final List<TenantId> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch four = new CountDownLatch(4);
    private final Sinks.Empty<Void> end = Sinks.empty();

    @Test
    void tenantsShareTheRoomByTheirWeights() throws InterruptedException {
        model.will(
                assignment -> {
                    begun.add(assignment.tenant());
                    four.countDown();
                    return end.asMono().then(Mono.just(ScriptedGrader.allMet(assignment)));
                });
        queue(MANY, 40);
        queue(LATE, 5);
        queue(HEAVY, 5);

        // four places: the heavy one has three for each of the others
        singles.look().block(Duration.ofSeconds(20));

        assertThat(four.await(20, TimeUnit.SECONDS)).isTrue();
        List<TenantId> tenants = new ArrayList<>(begun);
        assertThat(tenants).hasSize(4);
        assertThat(Collections.frequency(tenants, HEAVY)).isGreaterThanOrEqualTo(2);
        assertThat(Collections.frequency(tenants, MANY)).isLessThanOrEqualTo(1);
        end.tryEmitEmpty();
    }

    private void queue(TenantId tenant, int count) {
        IntStream.range(0, count)
                .forEach(
                        i ->
                                storage.inTransaction(
                                                () ->
                                                        gradings.add(
                                                                queued(tenant),
                                                                Optional.empty(),
                                                                "somebody"))
                                        .block(Duration.ofSeconds(20)));
    }

    private static Grading queued(TenantId tenant) {
        return Grading.queued(
                new GradingIds().next(),
                tenant,
                Samples.submission("It memorises the noise."),
                Samples.NOW);
    }
}
