package io.evenhand.grading.work;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.Hold;
import io.evenhand.grading.KeyUse;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.springframework.dao.TransientDataAccessResourceException;

/** Keeps gradings as long as a test runs. */
final class GradingsInMemory implements Gradings {

    private final Map<GradingId, Grading> gradings = new ConcurrentHashMap<>();
    private final Map<Sha256, KeyUse> keys = new ConcurrentHashMap<>();
    private final List<HistoryEntry.Event> events = new CopyOnWriteArrayList<>();
    private int failures;
    private volatile boolean broken;

    List<HistoryEntry.Event> events() {
        return events;
    }

    void erase(GradingId id) {
        gradings.remove(id);
    }

    /** From now on no move can be stored. */
    void breakDown() {
        broken = true;
    }

    int size() {
        return gradings.size();
    }

    @Override
    public synchronized Optional<KeyUse> add(Grading grading, Optional<KeyUse> key, String actor) {
        Optional<KeyUse> taken = key.flatMap(use -> key(use.tenant(), use.keyHash(), expiry(use)));
        if (taken.isEmpty()) {
            key.ifPresent(use -> keys.put(use.keyHash(), use));
            gradings.put(grading.id(), grading);
            events.add(HistoryEntry.Event.ACCEPTED);
        }
        return taken;
    }

    private static Instant expiry(KeyUse use) {
        return use.usedAt().minus(Duration.ofHours(24));
    }

    /** Lets so many moves fail for want of a database. */
    void failMoves(int times) {
        failures = times;
    }

    @Override
    public Optional<KeyUse> key(TenantId tenant, Sha256 keyHash, Instant usedAfter) {
        return Optional.ofNullable(keys.get(keyHash))
                .filter(use -> use.tenant().equals(tenant) && use.usedAt().isAfter(usedAfter));
    }

    @Override
    public Optional<Grading> find(TenantId tenant, GradingId id) {
        return Optional.ofNullable(gradings.get(id))
                .filter(grading -> grading.tenant().equals(tenant));
    }

    @Override
    public synchronized Optional<Grading> move(
            TenantId tenant,
            GradingId id,
            Optional<Integer> attempt,
            HistoryEntry.Event event,
            String actor,
            UnaryOperator<Grading> move) {
        if (broken) {
            throw new IllegalStateException("the store is broken");
        }
        if (failures-- > 0) {
            throw new TransientDataAccessResourceException("the store is away");
        }
        Optional<Grading> moved =
                find(tenant, id)
                        .filter(g -> attempt.isEmpty() || attempt.get() == g.attempt())
                        .filter(g -> g.allows(event))
                        .map(move);
        moved.ifPresent(
                grading -> {
                    gradings.put(id, grading);
                    events.add(event);
                });
        return moved;
    }

    @Override
    public Optional<Long> version(TenantId tenant, GradingId id) {
        return find(tenant, id).map(Grading::version);
    }

    @Override
    public List<Grading> page(GradingQuery query) {
        return new ArrayList<>(gradings.values());
    }

    @Override
    public List<HistoryEntry> history(TenantId tenant, GradingId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TenantId> withAbandoned() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Grading> claimAbandoned(TenantId tenant, int most, Duration lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TenantId> withDue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Grading> claimDue(TenantId tenant, int most, Duration lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized List<Hold> renew(List<Hold> holds, Instant until) {
        List<Hold> still = holds.stream().filter(this::isHeld).toList();
        still.forEach(hold -> gradings.computeIfPresent(hold.id(), (id, g) -> held(g, until)));
        return still;
    }

    private boolean isHeld(Hold hold) {
        return find(hold.tenant(), hold.id())
                .filter(g -> g.attempt() == hold.attempt() && g.leaseUntil().isPresent())
                .isPresent();
    }

    private static Grading held(Grading g, Instant until) {
        return new Grading(
                g.id(),
                g.tenant(),
                g.batch(),
                g.status(),
                g.submission(),
                g.flags(),
                g.grade(),
                g.noGrade(),
                g.cancelReason(),
                g.review(),
                g.revision(),
                g.attempt(),
                Optional.of(until),
                g.retryAt(),
                g.createdAt(),
                g.gradedAt(),
                g.strikes(),
                g.anew(),
                g.fault(),
                g.erasedAt(),
                g.version());
    }

    @Override
    public int endLeases(Instant until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int forgetKeys(Instant usedBefore) {
        throw new UnsupportedOperationException();
    }
}
