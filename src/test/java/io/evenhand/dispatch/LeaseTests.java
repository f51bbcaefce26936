package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/**
 * As long as a worker lives, nobody takes its work; soon after its last sign of life somebody does.
 */
@TestPropertySource(
        properties = {
            "evenhand.dispatch.interval=20ms",
            "evenhand.dispatch.drain=0s",
            "evenhand.grading.lease=600ms",
            // or the second to take it up would share the call of the first
            "evenhand.grading.cache.enabled=false"
        })
class LeaseTests extends ApiTestBase {

    private static final Duration SEVERAL_LEASES = Duration.ofSeconds(3);

    @Test
    void workOutlivesSeveralLeases() {
        model.will(
                assignment ->
                        Mono.delay(SEVERAL_LEASES)
                                .map(waited -> ScriptedGrader.allMet(assignment)));

        Api.Reply graded = api.post(Api.BODY);

        assertThat(graded.at("/status")).isEqualTo("GRADED");
        assertThat(model.calls()).isEqualTo(1);
        assertThat(events(graded.id())).doesNotContain("CLAIMED");
    }

    @Test
    void whatAWorkerWithoutAHeartbeatHeldIsTakenUpAndItsOwnResultIsDropped() throws Exception {
        CountDownLatch taken = new CountDownLatch(2);
        AtomicInteger calls = new AtomicInteger();
        faults.beforeEach(
                (method, arguments) -> {
                    if (method.equals("renew") && taken.getCount() > 0) {
                        throw new IllegalStateException("no heartbeat");
                    }
                });
        model.will(
                assignment -> {
                    boolean first = calls.incrementAndGet() == 1;
                    taken.countDown();
                    return first
                            ? Mono.delay(SEVERAL_LEASES)
                                    .map(waited -> ScriptedGrader.silent(assignment, "all"))
                            : Mono.just(ScriptedGrader.allMet(assignment));
                });

        String id = api.post(Api.BODY, "Prefer", "respond-async").id();
        assertThat(taken.await(30, TimeUnit.SECONDS)).as("somebody else takes it up").isTrue();

        Api.Reply graded = api.get("/v1/gradings/" + id + "?wait=30");
        assertThat(graded.at("/status")).isEqualTo("GRADED");
        assertThat(graded.json().at("/revision").asInt()).isEqualTo(1);
        assertThat(events(id)).containsSubsequence("ACCEPTED", "CLAIMED", "GRADED");
    }

    private String[] events(String id) {
        return api.get("/v1/gradings/" + id + "/history")
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/event").asString())
                .toArray(String[]::new);
    }
}
