package io.evenhand.grading.audit;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at all of a tenant's audit, a part in memory at a time, beside a service that works on. */
@Component
public class Auditor {

    private static final int GRADINGS_AT_ONCE = 200;
    private static final int SEALS_AT_ONCE = 50;

    private final AuditTrail trail;
    private final Seals seals;
    private final Storage storage;

    Auditor(AuditTrail trail, Seals seals, Storage storage) {
        this.trail = trail;
        this.seals = seals;
        this.storage = storage;
    }

    /**
     * @param kept the hash of a seal that was kept elsewhere, and must still be among them
     */
    public Mono<Verification> verify(TenantId tenant, Optional<Sha256> kept) {
        return Flux.concat(histories(tenant), orphan(tenant), seals(tenant, kept), unsealed(tenant))
                .reduce(Verification.NOTHING, Verification::and);
    }

    /** Newest first. */
    public Mono<List<Seal>> seals(TenantId tenant, int before, int most) {
        return storage.inTransaction(() -> seals.before(tenant, before, most));
    }

    private Flux<Verification> histories(TenantId tenant) {
        return part(tenant, Optional.empty())
                .expand(part -> part.last().isEmpty() ? Mono.empty() : part(tenant, part.last()))
                .concatMap(part -> verified(tenant, part), 1);
    }

    private Mono<AuditTrail.Part> part(TenantId tenant, Optional<GradingId> after) {
        return storage.inTransaction(() -> trail.part(tenant, after, GRADINGS_AT_ONCE));
    }

    private Mono<Verification> verified(TenantId tenant, AuditTrail.Part part) {
        Verification counted =
                new Verification(
                        part.gradings(),
                        part.entries(),
                        0,
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty());
        return Flux.fromIterable(part.suspects())
                .concatMap(id -> storage.inTransaction(() -> trail.fault(tenant, id)))
                .reduce(counted, (sum, fault) -> fault.map(sum::and).orElse(sum));
    }

    private Mono<Verification> orphan(TenantId tenant) {
        return storage.inTransaction(() -> trail.orphan(tenant))
                .flatMap(Mono::justOrEmpty)
                .map(
                        id ->
                                Verification.NOTHING.and(
                                        Fault.ofGrading(Fault.Kind.GRADING_MISSING, id)));
    }

    private Flux<Verification> seals(TenantId tenant, Optional<Sha256> kept) {
        return Flux.defer(
                () -> {
                    SealWalk walk = new SealWalk(tenant, kept);
                    return storage.inTransaction(() -> some(tenant, walk))
                            .repeat()
                            .takeUntil(List::isEmpty)
                            .flatMapIterable(some -> some)
                            .concatWith(Mono.fromSupplier(walk::end))
                            .concatWith(Mono.defer(() -> missing(tenant, walk)));
                });
    }

    private List<Verification> some(TenantId tenant, SealWalk walk) {
        return seals.after(tenant, walk.number(), SEALS_AT_ONCE).stream()
                .map(seal -> walk.next(seal, trail.covered(tenant, seal.number())))
                .toList();
    }

    private Mono<Verification> missing(TenantId tenant, SealWalk walk) {
        return storage.inTransaction(() -> trail.missing(tenant, walk.number()))
                .flatMap(Mono::justOrEmpty)
                .map(seal -> Verification.NOTHING.and(Fault.ofSeal(Fault.Kind.SEAL_MISSING, seal)));
    }

    private Mono<Verification> unsealed(TenantId tenant) {
        return storage.inTransaction(() -> trail.unsealed(tenant))
                .map(
                        entries ->
                                new Verification(
                                        0, 0, 0, entries, 0, Optional.empty(), Optional.empty()));
    }
}
