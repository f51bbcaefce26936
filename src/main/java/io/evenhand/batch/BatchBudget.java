package io.evenhand.batch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.BatchedGradings;
import io.evenhand.grading.Budget;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Spent;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The budget of a grading that came in a batch: what the client lets the batch cost. */
@Component
class BatchBudget implements Budget {

    private static final int UNLIMITED_KNOWN = 1000;

    private final Batches batches;
    private final BatchedGradings gradings;
    private final Storage storage;

    /** Batches that may cost what they like, which never changes. */
    private final Cache<BatchId, Boolean> unlimited =
            Caffeine.newBuilder().maximumSize(UNLIMITED_KNOWN).build();

    BatchBudget(Batches batches, BatchedGradings gradings, Storage storage) {
        this.batches = batches;
        this.gradings = gradings;
        this.storage = storage;
    }

    @Override
    public Mono<Spent> spent(Grading grading) {
        return Mono.justOrEmpty(grading.batch())
                .filter(id -> unlimited.getIfPresent(id) == null)
                .flatMap(id -> storage.inTransaction(() -> isSpent(grading, id)))
                .filter(spent -> spent)
                .map(spent -> Spent.FOR_GOOD);
    }

    private boolean isSpent(Grading grading, BatchId id) {
        Optional<Batch> batch = batches.find(grading.tenant(), id);
        if (batch.flatMap(found -> found.terms().maxCost()).isEmpty()) {
            unlimited.put(id, true);
            return false;
        }
        return batch.get().pace().budgetSpent()
                || isGradedAgain(grading) && isOver(grading.tenant(), batch.get());
    }

    /** What is graded again was not claimed with an eye on the money. */
    private static boolean isGradedAgain(Grading grading) {
        return grading.revision() > 0;
    }

    private boolean isOver(TenantId tenant, Batch batch) {
        return new Spending(
                        batch.terms().maxCost().orElseThrow(),
                        gradings.tally(tenant, batch.id(), batch.received().total()))
                .isOver();
    }
}
