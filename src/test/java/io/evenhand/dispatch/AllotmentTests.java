package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.batch.BatchSamples;
import io.evenhand.grading.turns.Weights;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No tenant waits for the end of another's batch. */
class AllotmentTests {

    private final Lane acme = Lane.of(BatchSamples.receiving(new TenantId("acme")));
    private final Lane acmeToo = Lane.of(BatchSamples.receiving(new TenantId("acme")));
    private final Lane rival = Lane.of(BatchSamples.receiving(new TenantId("rival")));

    @Test
    void tenantsShareEvenlyHoweverManyBatchesTheyHave() {
        assertThat(share(List.of(acme, acmeToo, rival), Map.of(), 8))
                .containsExactlyInAnyOrderEntriesOf(Map.of(acme, 2, acmeToo, 2, rival, 4));
    }

    @Test
    void whoeverHasLessInFlightIsServedFirst() {
        Map<Lane, Integer> inFlight = Map.of(acme, 6);

        assertThat(share(List.of(acme, rival), inFlight, 4)).isEqualTo(Map.of(rival, 4));
        assertThat(share(List.of(acme, rival), inFlight, 8)).isEqualTo(Map.of(rival, 7, acme, 1));
    }

    @Test
    void tenantsShareByTheirWeights() {
        Weights weights = tenant -> tenant.equals(acme.tenant()) ? 3 : 1;

        assertThat(new Allotment(List.of(rival, acme, acmeToo), Map.of(), weights).share(8))
                .isEqualTo(Map.of(acme, 3, acmeToo, 3, rival, 2));
        assertThat(new Allotment(List.of(rival, acme), Map.of(acme, 9), weights).share(4))
                .isEqualTo(Map.of(rival, 3, acme, 1));
    }

    @Test
    void theOnlyOneMayHaveEverything() {
        assertThat(share(List.of(acme), Map.of(), 9)).isEqualTo(Map.of(acme, 9));
    }

    @Test
    void nothingIsSharedWhereThereIsNothing() {
        assertThat(share(List.of(), Map.of(), 9)).isEmpty();
        assertThat(share(List.of(acme), Map.of(), 0)).isEmpty();
    }

    private static Map<Lane, Integer> share(
            List<Lane> hungry, Map<Lane, Integer> inFlight, int places) {
        return new Allotment(hungry, inFlight, Weights.EQUAL).share(places);
    }
}
