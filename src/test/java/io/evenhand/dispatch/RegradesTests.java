package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Samples;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A tenant that had many answers in an outage holds up nobody else's better grades. */
@TestPropertySource(
        properties = {
            // only the look that the test takes
            "evenhand.dispatch.interval=1h",
            "evenhand.dispatch.regrade-batch=8",
            "evenhand.dispatch.weights.heavy=2",
            "evenhand.grading.cache.enabled=false",
            "evenhand.dispatch.drain=0s"
        })
@DirtiesContext
class RegradesTests extends ApiTestBase {

    private static final TenantId MANY = new TenantId("many");
    private static final TenantId LATE = new TenantId("late");
    private static final TenantId HEAVY = new TenantId("heavy");

    @Autowired private Regrades regrades;
    @Autowired private Gradings gradings;
    @Autowired private Storage storage;

    private final List<TenantId> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch eight = new CountDownLatch(8);
    private final Sinks.Empty<Void> end = Sinks.empty();

    @Test
    void tenantsShareThePlacesByTheirWeightsWhoeverIsDueLongest() throws InterruptedException {
        model.will(
                assignment -> {
                    begun.add(assignment.tenant());
                    eight.countDown();
                    return end.asMono().then(Mono.just(ScriptedGrader.allMet(assignment)));
                });
        due(MANY, 40, Duration.ofHours(2));
        due(LATE, 10, Duration.ofMinutes(1));
        due(HEAVY, 10, Duration.ofMinutes(1));

        regrades.look().block(Duration.ofSeconds(20));

        assertThat(eight.await(20, TimeUnit.SECONDS)).isTrue();
        List<TenantId> tenants = new ArrayList<>(begun);
        assertThat(tenants).hasSize(8);
        assertThat(Collections.frequency(tenants, HEAVY)).isEqualTo(4);
        assertThat(Collections.frequency(tenants, LATE)).isEqualTo(2);
        assertThat(Collections.frequency(tenants, MANY)).isEqualTo(2);
        end.tryEmitEmpty();
    }

    private void due(TenantId tenant, int count, Duration since) {
        Instant at = Instant.now().minus(since);
        for (int i = 0; i < count; i++) {
            storage.inTransaction(() -> provisional(tenant, at)).block(Duration.ofSeconds(20));
        }
    }

    private Optional<Grading> provisional(TenantId tenant, Instant dueAt) {
        Grading claimed =
                Grading.queued(
                                new GradingIds().next(),
                                tenant,
                                Samples.submission("It memorises the noise."),
                                Samples.NOW)
                        .claimed(Instant.now().plusSeconds(60));
        gradings.add(claimed, Optional.empty(), "somebody");
        return gradings.move(
                tenant,
                claimed.id(),
                Optional.empty(),
                Event.GRADED,
                "system",
                grading ->
                        grading.graded(
                                Samples.byFallback(FallbackReason.CIRCUIT_OPEN),
                                List.of(),
                                Optional.of(dueAt),
                                Samples.NOW));
    }
}
