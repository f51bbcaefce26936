package io.evenhand.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.delivery.Receiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two instances on one PostgreSQL while things die: an instance at random moments, an instance that
 * stands still for longer than its lease, the database, the model. What is in {@link Invariants}
 * holds at the end. A few rounds here; {@code bin/chaos} runs as many as it is told.
 */
class ChaosIntegrationTests {

    private static final Logger LOG = LoggerFactory.getLogger(ChaosIntegrationTests.class);
    private static final int ROUNDS = Integer.getInteger("evenhand.chaos.rounds", 2);
    private static final int SINGLES = Integer.getInteger("evenhand.chaos.singles", 20);
    private static final long SEED = Long.getLong("evenhand.chaos.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random(SEED);

    @TempDir Path folder;

    @Test
    void keepsItsPromisesWhateverDies() throws Exception {
        LOG.info("chaos: {} rounds, seed {}", ROUNDS, SEED);
        try (Cluster cluster = new Cluster(folder);
                Traffic traffic = new Traffic(cluster)) {
            traffic.listen();
            int atRisk = 0;
            for (int round = 0; round < ROUNDS; round++) {
                atRisk += killOne(cluster, traffic, round);
            }
            atRisk += letOneStandStill(cluster, traffic);
            atRisk += killTheDatabase(cluster, traffic);
            long graded = settled(cluster, traffic).gradesByModel();
            long calls = cluster.model().calls();
            LOG.info("chaos: {} calls, {} grades, {} in flight at kills", calls, graded, atRisk);

            takeTheModelAway(cluster, traffic);
            Invariants invariants = settled(cluster, traffic);
            invariants.hold(calls - graded, atRisk);
            assertThat(invariants.gradedAgain()).as("provisional ones graded again").isPositive();
        }
    }

    /** SIGKILL at a random moment of a round; returns what was in flight. */
    private int killOne(Cluster cluster, Traffic traffic, int round) throws Exception {
        int victim = random.nextInt(2);
        traffic.begin(round, SINGLES);
        pass(Duration.ofMillis(100 + random.nextInt(2500)));
        cluster.instance(victim).kill();
        int held = cluster.held();
        cluster.restart(victim);
        traffic.end();
        return held;
    }

    /**
     * SIGSTOP for longer than the lease; what it then brings is too late, since the other instance
     * has asked again and is still waiting.
     */
    private int letOneStandStill(Cluster cluster, Traffic traffic) throws Exception {
        traffic.begin(ROUNDS, SINGLES);
        Awaitility.await().atMost(PATIENCE).until(() -> cluster.held() > 0);
        cluster.instance(0).pause();
        int held = cluster.held();
        cluster.model().delay(Cluster.LEASE);
        pass(Cluster.LEASE.plusSeconds(3));
        cluster.instance(0).unpause();
        pass(Duration.ofSeconds(1));
        cluster.model().delay(Cluster.DELAY);
        traffic.end();
        return held;
    }

    private int killTheDatabase(Cluster cluster, Traffic traffic) throws Exception {
        traffic.begin(ROUNDS + 1, SINGLES);
        Awaitility.await().atMost(PATIENCE).until(() -> cluster.held() > 0);
        int held = cluster.held();
        cluster.postgres().killAndStart();
        // nothing could be stored in between, but some may have been claimed since it was counted
        held = Math.max(held, cluster.held());
        traffic.end();
        return held;
    }

    private void takeTheModelAway(Cluster cluster, Traffic traffic) throws Exception {
        cluster.model().status(503);
        traffic.begin(ROUNDS + 2, SINGLES);
        traffic.end();
        cluster.model().status(200);
    }

    private Invariants settled(Cluster cluster, Traffic traffic) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            assertThat(count(cluster, BY_TOPIC))
                                    .as("records taken in")
                                    .isGreaterThanOrEqualTo(traffic.topics().sent().size());
                            assertThat(count(cluster, OPEN)).as("open gradings").isZero();
                            assertThat(count(cluster, DUE)).as("due deliveries").isZero();
                        });
        return new Invariants(cluster, traffic, events(cluster));
    }

    private static final String OPEN =
            "select count(*) from grading where status in ('QUEUED', 'GRADING', 'PROVISIONAL')";
    private static final String BY_TOPIC =
            "select count(*) from grading where candidate_ref like '%-record-%'";
    private static final String DUE =
            "select count(*) from webhook_delivery where status = 'PENDING'";

    private static int count(Cluster cluster, String sql) {
        return cluster.jdbc().sql(sql).query(Integer.class).single();
    }

    private final Map<String, List<Receiver.Event>> received = new HashMap<>();

    private Map<String, List<Receiver.Event>> events(Cluster cluster) {
        for (String tenant : Cluster.TENANTS) {
            List<Receiver.Event> all = received.computeIfAbsent(tenant, t -> new ArrayList<>());
            Receiver receiver = cluster.receiver(tenant);
            while (receiver.unread() > 0) {
                all.add(receiver.next());
            }
        }
        return received;
    }

    /** The moment of a kill is a matter of time, not of what has happened. */
    private static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
