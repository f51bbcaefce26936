package io.evenhand.grading.work;

import io.evenhand.grading.Erasures;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Where texts are erased, some gradings in a transaction. Work that is going on with them is ended,
 * on other instances by their next heartbeat; whatever it comes to is not stored.
 */
@Component
public class ErasureDesk {

    private static final int AT_ONCE = 100;
    private static final String SERVICE = "system";

    /** Of two transactions that wait for each other the database ends one. */
    private static final Retry AGAIN =
            Retry.backoff(5, Duration.ofMillis(50))
                    .filter(TransientDataAccessException.class::isInstance)
                    .onRetryExhaustedThrow((spec, signal) -> signal.failure());

    private final Erasures erasures;
    private final Storage storage;
    private final Ledger ledger;
    private final Runs runs;

    ErasureDesk(Erasures erasures, Storage storage, Ledger ledger, Runs runs) {
        this.erasures = erasures;
        this.storage = storage;
        this.ledger = ledger;
        this.runs = runs;
    }

    /** Erases all that a candidate wrote; how many gradings it was. */
    public Mono<Integer> candidate(TenantId tenant, String candidateRef, String actor) {
        return all(() -> erasures.ofCandidate(tenant, candidateRef, AT_ONCE, actor));
    }

    /** Erases all that came in before the given time; how many gradings it was. */
    public Mono<Integer> createdBefore(TenantId tenant, Instant end) {
        return all(() -> erasures.createdBefore(tenant, end, AT_ONCE, SERVICE));
    }

    private Mono<Integer> all(Callable<List<GradingId>> some) {
        return storage.inTransaction(some)
                .retryWhen(AGAIN)
                .doOnNext(erased -> erased.forEach(this::end))
                .map(List::size)
                .repeat()
                .takeUntil(size -> size < AT_ONCE)
                .reduce(0, Integer::sum);
    }

    private void end(GradingId id) {
        runs.of(id).ifPresent(Run::stop);
        ledger.changed(id);
    }
}
