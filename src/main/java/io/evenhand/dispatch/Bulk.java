package io.evenhand.dispatch;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchWork;
import io.evenhand.dispatch.Allotment.Lane;
import io.evenhand.grading.Grading;
import io.evenhand.grading.work.GradingDesk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Takes up the gradings of batches, fairly between tenants and never before those who wait. */
@Component
class Bulk {

    private final BatchWork work;
    private final GradingDesk desk;
    private final BulkRoom bounds;
    private final Map<Lane, Integer> inFlight = new ConcurrentHashMap<>();
    private final Sinks.Many<Long> hunger = Sinks.many().multicast().directBestEffort();

    Bulk(BatchWork work, GradingDesk desk, DispatchSettings settings, MeterRegistry metrics) {
        this.work = work;
        this.desk = desk;
        this.bounds = BulkRoom.of(desk.capacity(), settings.bulkShare());
        Gauge.builder("evenhand.batches.in.flight", this, Bulk::count)
                .description("Gradings of batches that this instance works on")
                .register(metrics);
    }

    /** Whenever so little is in flight that the next look should not wait for its time. */
    Flux<Long> hunger() {
        return hunger.asFlux();
    }

    /** Ends what has come to an end, then fills the room there is. */
    Mono<Void> look() {
        return work.settle()
                .then(work.running())
                .flatMap(hungry -> fill(hungry, bounds.left(count(), desk.room())));
    }

    /**
     * Round by round: what a batch does not take of its share goes to those that took all of
     * theirs.
     */
    private Mono<Void> fill(List<Batch> hungry, int room) {
        if (room <= 0 || hungry.isEmpty()) {
            return Mono.empty();
        }
        Map<Batch, Integer> shares = new Allotment(hungry, inFlight).share(room);
        return Flux.fromIterable(shares.entrySet())
                .concatMap(share -> claim(share.getKey(), share.getValue()))
                .collectList()
                .flatMap(
                        rounds ->
                                fill(
                                        rounds.stream()
                                                .filter(Claimed::all)
                                                .map(Claimed::batch)
                                                .toList(),
                                        room - rounds.stream().mapToInt(Claimed::count).sum()));
    }

    private Mono<Claimed> claim(Batch batch, int most) {
        return work.claim(batch.tenant(), batch.id(), most)
                .doOnNext(claimed -> claimed.forEach(grading -> begin(Lane.of(batch), grading)))
                .map(claimed -> new Claimed(batch, claimed.size(), claimed.size() == most));
    }

    private void begin(Lane lane, Grading claimed) {
        inFlight.merge(lane, 1, Integer::sum);
        Mono.defer(() -> desk.resume(claimed))
                .onErrorComplete()
                .doFinally(signal -> done(lane))
                .subscribe();
    }

    private void done(Lane lane) {
        inFlight.computeIfPresent(lane, (same, n) -> n > 1 ? n - 1 : null);
        if (bounds.isLow(count())) {
            synchronized (hunger) {
                hunger.tryEmitNext(0L);
            }
        }
    }

    private int count() {
        return inFlight.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * @param all whether the batch took all of its share, and may want more
     */
    private record Claimed(Batch batch, int count, boolean all) {}
}
