package io.evenhand.dispatch;

import io.evenhand.grading.Grading;
import io.evenhand.grading.turns.Weights;
import io.evenhand.grading.work.GradingDesk;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gradings that were claimed lane by lane, and the room that is left, fairly shared out. */
final class Lanes {

    private final GradingDesk desk;
    private final Weights weights;
    private final Claim claim;
    private final Runnable ended;
    private final Map<Lane, Integer> inFlight = new ConcurrentHashMap<>();

    /**
     * @param ended called when one of them has ended, after it was counted off
     */
    Lanes(GradingDesk desk, Weights weights, Claim claim, Runnable ended) {
        this.desk = desk;
        this.weights = weights;
        this.claim = claim;
        this.ended = ended;
    }

    int count() {
        return inFlight.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Round by round: what a lane does not take of its share goes to those that took all of theirs.
     */
    Mono<Void> fill(List<Lane> hungry, int room) {
        if (room <= 0 || hungry.isEmpty()) {
            return Mono.empty();
        }
        Map<Lane, Integer> shares = new Allotment(hungry, inFlight, weights).share(room);
        return Flux.fromIterable(shares.entrySet())
                .concatMap(share -> claim(share.getKey(), share.getValue()))
                .collectList()
                .flatMap(
                        rounds ->
                                fill(
                                        rounds.stream()
                                                .filter(Claimed::all)
                                                .map(Claimed::lane)
                                                .toList(),
                                        room - rounds.stream().mapToInt(Claimed::count).sum()));
    }

    private Mono<Claimed> claim(Lane lane, int most) {
        return claim.of(lane, most)
                .doOnNext(claimed -> claimed.forEach(grading -> begin(lane, grading)))
                .map(claimed -> new Claimed(lane, claimed.size(), claimed.size() == most));
    }

    /** Whatever goes wrong with one of them, the others and the next look are not touched. */
    private void begin(Lane lane, Grading claimed) {
        inFlight.merge(lane, 1, Integer::sum);
        Mono.defer(() -> desk.resume(claimed))
                .onErrorComplete()
                .doFinally(signal -> done(lane))
                .subscribe();
    }

    private void done(Lane lane) {
        inFlight.computeIfPresent(lane, (same, n) -> n > 1 ? n - 1 : null);
        ended.run();
    }

    /** Takes gradings of a lane from the store, at most so many. */
    @FunctionalInterface
    interface Claim {
        Mono<List<Grading>> of(Lane lane, int most);
    }

    /**
     * @param all whether the lane took all of its share, and may want more
     */
    private record Claimed(Lane lane, int count, boolean all) {}
}
