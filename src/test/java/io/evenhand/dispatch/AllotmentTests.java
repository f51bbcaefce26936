package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchSamples;
import io.evenhand.dispatch.Allotment.Lane;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No tenant waits for the end of another's batch. */
class AllotmentTests {

    private final Batch acme = BatchSamples.receiving(new TenantId("acme"));
    private final Batch acmeToo = BatchSamples.receiving(new TenantId("acme"));
    private final Batch rival = BatchSamples.receiving(new TenantId("rival"));

    @Test
    void tenantsShareEvenlyHoweverManyBatchesTheyHave() {
        assertThat(new Allotment(List.of(acme, acmeToo, rival), Map.of()).share(8))
                .containsExactlyInAnyOrderEntriesOf(Map.of(acme, 2, acmeToo, 2, rival, 4));
    }

    @Test
    void whoeverHasLessInFlightIsServedFirst() {
        Map<Lane, Integer> inFlight = Map.of(Lane.of(acme), 6);

        assertThat(new Allotment(List.of(acme, rival), inFlight).share(4))
                .isEqualTo(Map.of(rival, 4));
        assertThat(new Allotment(List.of(acme, rival), inFlight).share(8))
                .isEqualTo(Map.of(rival, 7, acme, 1));
    }

    @Test
    void theOnlyOneMayHaveEverything() {
        assertThat(new Allotment(List.of(acme), Map.of()).share(9)).isEqualTo(Map.of(acme, 9));
    }

    @Test
    void nothingIsSharedWhereThereIsNothing() {
        assertThat(new Allotment(List.of(), Map.of()).share(9)).isEmpty();
        assertThat(new Allotment(List.of(acme), Map.of()).share(0)).isEmpty();
    }
}
