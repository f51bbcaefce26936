package io.evenhand.interviews.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.interviews.result.Paper;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where all candidates of an interview stand, to be sorted and counted by. Adding up thousands of
 * them takes seconds, so what it came to serves for a while; what a page then shows of a candidate
 * is added up anew.
 */
@Component
class Standings {

    /** Paging through a list within that time sees one order. */
    private static final Duration LIFE = Duration.ofSeconds(60);

    /** Fewer are added up while one waits, and are never old. */
    private static final int FEW = 400;

    private static final int CHUNK = 400;
    private static final int KEPT = 100;

    private final CandidateResults results;
    private final Clock clock;
    private final Cache<Key, Mono<All>> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

    Standings(CandidateResults results, Clock clock) {
        this.results = results;
        this.clock = clock;
    }

    /**
     * @param reader who may not know all of them, and for whom they are added up apart
     */
    Mono<All> of(TenantId tenant, Paper paper, Reader reader) {
        Key key = new Key(tenant, paper.interview().id(), paper.interview().version(), reader);
        return Mono.defer(() -> kept.get(key, unknown -> addedUp(tenant, paper, reader).cache()))
                .flatMap(all -> isOld(all) ? again(key, tenant, paper, reader) : Mono.just(all))
                .doOnNext(all -> forget(key, all))
                .doOnError(error -> kept.invalidate(key));
    }

    private Mono<All> again(Key key, TenantId tenant, Paper paper, Reader reader) {
        Mono<All> fresh = addedUp(tenant, paper, reader).cache();
        kept.put(key, fresh);
        return fresh;
    }

    private boolean isOld(All all) {
        return clock.instant().isAfter(all.at().plus(LIFE));
    }

    private void forget(Key key, All all) {
        if (all.lines().size() < FEW) {
            kept.invalidate(key);
        }
    }

    private Mono<All> addedUp(TenantId tenant, Paper paper, Reader reader) {
        Instant now = clock.instant();
        return results.candidates(tenant, paper)
                .flatMapIterable(all -> all)
                .buffer(CHUNK)
                .concatMap(some -> results.of(tenant, paper, reader, some))
                .concatMap(Flux::fromIterable)
                .map(Line::of)
                .collectList()
                .map(lines -> new All(now, lines));
    }

    /** Everybody, as of a moment. */
    record All(Instant at, List<Line> lines) {

        All {
            lines = List.copyOf(lines);
        }

        List<Line> sorted(ListFilter filter) {
            return lines.stream().filter(filter::lets).sorted(filter.order().comparator()).toList();
        }
    }

    private record Key(TenantId tenant, String interview, int version, Reader reader) {}
}
