package io.evenhand.dispatch;

import io.evenhand.batch.BatchWork;
import io.evenhand.grading.turns.Weights;
import io.evenhand.grading.work.GradingDesk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Takes up the gradings of batches, fairly between tenants and never before those who wait. */
@Component
class Bulk {

    private final BatchWork work;
    private final GradingDesk desk;
    private final BulkRoom share;
    private final Lanes lanes;
    private final Sinks.Many<Long> hunger = Sinks.many().multicast().directBestEffort();

    Bulk(
            BatchWork work,
            GradingDesk desk,
            DispatchSettings settings,
            Weights weights,
            MeterRegistry metrics) {
        this.work = work;
        this.desk = desk;
        this.share = BulkRoom.of(desk.capacity(), settings.bulkShare());
        this.lanes =
                new Lanes(
                        desk,
                        weights,
                        (lane, most) -> work.claim(lane.tenant(), lane.batch().orElseThrow(), most),
                        this::ended);
        Gauge.builder("evenhand.batches.in.flight", lanes, Lanes::count)
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
                .map(running -> running.stream().map(Lane::of).toList())
                .flatMap(hungry -> lanes.fill(hungry, bounds().left(lanes.count(), desk.room())));
    }

    private BulkRoom bounds() {
        return share.atMost(desk.worthClaiming(share.limit()));
    }

    private void ended() {
        if (bounds().isLow(lanes.count())) {
            synchronized (hunger) {
                hunger.tryEmitNext(0L);
            }
        }
    }
}
