package io.evenhand.grading.turns;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody waits for the end of somebody else's line, and nobody waits for ever. */
class LineTests {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId RIVAL = new TenantId("rival");

    private final Line<String> line = new Line<>(tenant -> tenant.equals(ACME) ? 3 : 1);

    @Test
    void theMoreUrgentGoFirst() {
        add(ACME, Urgency.REGRADE, "again");
        add(ACME, Urgency.BULK, "bulk");
        add(ACME, Urgency.INTERACTIVE, "waited for");

        assertThat(next(4)).containsExactly("waited for", "bulk", "again");
    }

    @Test
    void eachTenthTurnIsForTheLessUrgentSoThatNothingStarves() {
        IntStream.range(0, 1000).forEach(i -> add(ACME, Urgency.INTERACTIVE, "waited for"));
        IntStream.range(0, 1000).forEach(i -> add(ACME, Urgency.BULK, "bulk"));
        IntStream.range(0, 1000).forEach(i -> add(ACME, Urgency.REGRADE, "again"));

        List<String> turns = next(1000);

        assertThat(turns.subList(0, 10)).containsOnlyOnce("bulk").endsWith("bulk");
        assertThat(Collections.frequency(turns, "waited for")).isEqualTo(900);
        assertThat(Collections.frequency(turns, "bulk")).isEqualTo(90);
        assertThat(Collections.frequency(turns, "again")).isEqualTo(10);
    }

    @Test
    void whoeverQueuedTenThousandHoldsNobodyUp() {
        IntStream.range(0, 10_000).forEach(i -> add(RIVAL, Urgency.BULK, "rival"));
        next(500);
        add(new TenantId("late"), Urgency.BULK, "late");
        add(new TenantId("late"), Urgency.BULK, "late");

        assertThat(next(4)).containsExactlyInAnyOrder("late", "rival", "late", "rival");
    }

    @Test
    void turnsAreSharedByWeight() {
        IntStream.range(0, 1000).forEach(i -> add(RIVAL, Urgency.BULK, "rival"));
        IntStream.range(0, 1000).forEach(i -> add(ACME, Urgency.BULK, "acme"));

        List<String> turns = next(400);

        assertThat(Collections.frequency(turns, "acme")).isBetween(299, 301);
        assertThat(Collections.frequency(turns.subList(0, 40), "rival")).isBetween(9, 11);
    }

    @Test
    void nobodySavesUpTurnsByNotAskingForThem() {
        add(ACME, Urgency.BULK, "acme");
        IntStream.range(0, 1000).forEach(i -> add(RIVAL, Urgency.BULK, "rival"));
        next(600);
        IntStream.range(0, 1000).forEach(i -> add(ACME, Urgency.BULK, "acme"));

        assertThat(Collections.frequency(next(40), "rival")).isBetween(9, 11);
    }

    @Test
    void nobodyGetsAheadByComingBackAgainAndAgain() {
        IntStream.range(0, 1000).forEach(i -> add(RIVAL, Urgency.BULK, "rival"));
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            if (line.size(Urgency.BULK) <= 1000 - Collections.frequency(turns, "rival")) {
                add(new TenantId("one by one"), Urgency.BULK, "one by one");
            }
            turns.addAll(next(1));
        }

        assertThat(Collections.frequency(turns, "rival")).isBetween(199, 201);
    }

    @Test
    void whoeverLeavesIsNotCalled() {
        add(ACME, Urgency.BULK, "first");
        add(ACME, Urgency.BULK, "second");

        assertThat(line.remove(new Ticket(ACME, Urgency.BULK), "first")).isTrue();
        assertThat(line.remove(new Ticket(ACME, Urgency.BULK), "first")).isFalse();
        assertThat(line.remove(new Ticket(RIVAL, Urgency.BULK), "second")).isFalse();

        assertThat(line.size()).isEqualTo(1);
        assertThat(next(2)).containsExactly("second");
        assertThat(line.size()).isZero();
    }

    @Test
    void theLessUrgentGiveWayFirstAndTheLastToComeBeforeTheFirst() {
        add(ACME, Urgency.BULK, "bulk");
        add(ACME, Urgency.REGRADE, "again");
        add(ACME, Urgency.REGRADE, "again, later");
        Ticket waitedFor = new Ticket(RIVAL, Urgency.INTERACTIVE);

        assertThat(line.giveWay(waitedFor)).contains("again, later");
        assertThat(line.giveWay(waitedFor)).contains("again");
        assertThat(line.giveWay(waitedFor)).contains("bulk");
        assertThat(line.giveWay(waitedFor)).isEmpty();
        assertThat(line.size()).isZero();
    }

    @Test
    void amongEqualsWhoeverHasMoreForItsWeightGivesWay() {
        IntStream.range(0, 3).forEach(i -> add(ACME, Urgency.BULK, "acme " + i));
        Ticket rival = new Ticket(RIVAL, Urgency.BULK);
        assertThat(line.giveWay(rival)).as("three of weight three are one").isEmpty();

        IntStream.range(3, 6).forEach(i -> add(ACME, Urgency.BULK, "acme " + i));

        assertThat(line.giveWay(rival)).contains("acme 5");
        assertThat(line.giveWay(new Ticket(ACME, Urgency.BULK))).isEmpty();
        assertThat(line.giveWay(new Ticket(RIVAL, Urgency.REGRADE))).isEmpty();
    }

    private void add(TenantId tenant, Urgency urgency, String item) {
        line.add(new Ticket(tenant, urgency), item);
    }

    private List<String> next(int most) {
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            line.next().ifPresent(turns::add);
        }
        return turns;
    }
}
