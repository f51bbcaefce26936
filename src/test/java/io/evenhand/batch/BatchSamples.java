package io.evenhand.batch;

import com.github.f4b6a3.ulid.UlidCreator;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Samples;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Batches for tests to start from. */
public final class BatchSamples {

    private BatchSamples() {}

    public static Batch receiving() {
        return receiving(Samples.TENANT);
    }

    public static Batch receiving(TenantId tenant) {
        return Batch.receiving(
                new BatchId(UlidCreator.getMonotonicUlid().toString()),
                tenant,
                new Terms(
                        "somebody",
                        Optional.of(new BigDecimal("2.500000000000")),
                        Optional.of(2),
                        Sha256.of("options")),
                Samples.NOW);
    }

    /** Started a second later, with a pilot and all its money gone. */
    public static Batch running(Batch batch, GradingId pilot) {
        Instant later = Samples.NOW.plusSeconds(1);
        return batch.received(new Received(2, 9, 6, 3), later)
                .started(Optional.of(pilot), later)
                .spent();
    }

    /** The same batch of its own id in another state. */
    public static Batch with(Batch batch, BatchStatus status) {
        return new Batch(
                new BatchId(UlidCreator.getMonotonicUlid().toString()),
                batch.tenant(),
                status,
                batch.terms(),
                batch.received(),
                batch.pace(),
                batch.createdAt(),
                batch.touchedAt(),
                Optional.empty());
    }

    public static Batch with(Batch batch, Received received) {
        return batch.received(received, batch.touchedAt());
    }
}
