package io.evenhand.authoring.preview;

import io.evenhand.authoring.AuthoringSettings;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Works on previews. Each answer is stored as soon as it was compared, so that a preview whose
 * instance died goes on, in any instance, when its lease is over.
 */
@Component
class PreviewRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewRunner.class);

    /** One that has been taken up so often takes its instances with it. */
    private static final int MOST_CLAIMS = 5;

    private final Previews previews;
    private final Comparer comparer;
    private final Storage storage;
    private final GradingDesk desk;
    private final AuthoringSettings settings;
    private final Clock clock;
    private final Map<PreviewId, Work> running = new ConcurrentHashMap<>();
    private final Sinks.Many<Boolean> calls = Sinks.many().multicast().directBestEffort();
    private final Sinks.Empty<Void> stopped = Sinks.empty();

    PreviewRunner(
            Previews previews,
            Comparer comparer,
            Storage storage,
            GradingDesk desk,
            AuthoringSettings settings,
            Clock clock) {
        this.previews = previews;
        this.comparer = comparer;
        this.storage = storage;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** One look at a time, or two would fill the same room. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Flux.merge(Flux.interval(settings.interval()), calls.asFlux())
                .onBackpressureLatest()
                .concatMap(tick -> look().onErrorResume(PreviewRunner::later), 1)
                .takeUntilOther(stopped.asMono())
                .subscribe();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped.tryEmitEmpty();
    }

    /** There is something to do; another instance may be faster. */
    void call() {
        synchronized (calls) {
            calls.tryEmitNext(true);
        }
    }

    /** Lets go of one that nobody wants any more; another instance sees that by itself. */
    void end(PreviewId id) {
        Optional.ofNullable(running.get(id)).ifPresent(Work::letGo);
    }

    private Mono<Void> look() {
        return renewed().then(Mono.defer(this::taken));
    }

    /** An answer may take longer than a lease. What another instance has is let go. */
    private Mono<Void> renewed() {
        List<Work> ours = List.copyOf(running.values());
        if (ours.isEmpty()) {
            return Mono.empty();
        }
        return storage.inTransaction(
                        () ->
                                ours.stream()
                                        .filter(work -> !previews.hold(work.claimed(), lease()))
                                        .toList())
                .doOnNext(lost -> lost.forEach(Work::letGo))
                .then();
    }

    private Mono<Void> taken() {
        int room = settings.previews() - running.size();
        if (room <= 0) {
            return Mono.empty();
        }
        return storage.inTransaction(
                        () -> {
                            previews.forget(now().minus(settings.keep()));
                            return previews.claim(room, now(), lease());
                        })
                .doOnNext(claimed -> claimed.forEach(this::begin))
                .then();
    }

    private void begin(Preview claimed) {
        Work work = new Work(claimed, Sinks.empty());
        running.put(claimed.id(), work);
        work(claimed)
                .takeUntilOther(Mono.firstWithSignal(stopped.asMono(), work.end().asMono()))
                .doFinally(
                        signal -> {
                            running.remove(claimed.id(), work);
                            call();
                        })
                .subscribe(ignored -> {}, error -> report(claimed, error));
    }

    private Mono<Void> work(Preview claimed) {
        if (claimed.claims() > MOST_CLAIMS) {
            return ended(claimed, PreviewStatus.FAILED);
        }
        return storage.inTransaction(() -> previews.items(claimed.tenant(), claimed.id()))
                .flatMapIterable(PreviewRunner::open)
                .flatMap(item -> comparer.compared(claimed, item), settings.concurrency())
                .concatMap(item -> recorded(claimed, item))
                .takeWhile(held -> held)
                .then(ended(claimed, PreviewStatus.COMPLETED));
    }

    private static List<Item> open(List<Item> items) {
        return items.stream().filter(item -> item.status() == Item.Status.OPEN).toList();
    }

    /** False if the preview is no longer this instance's. */
    private Mono<Boolean> recorded(Preview claimed, Item item) {
        return storage.inTransaction(
                () -> {
                    boolean held = previews.hold(claimed, lease());
                    if (held) {
                        previews.record(claimed.tenant(), claimed.id(), item);
                    }
                    return held;
                });
    }

    /** Only if it is still this instance's, and nothing of it is open. */
    private Mono<Void> ended(Preview claimed, PreviewStatus how) {
        return storage.inTransaction(
                        () -> {
                            if (previews.hold(claimed, lease())) {
                                previews.update(claimed.ended(how, now()));
                            }
                            return true;
                        })
                .then();
    }

    /** Renewed at each look, and with each answer. */
    private Instant lease() {
        return now().plus(desk.lease());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void report(Preview preview, Throwable error) {
        LOG.error(
                "preview {} was interrupted ({}); it goes on when its lease is over",
                preview.id(),
                error.getClass().getName());
    }

    private static Mono<Void> later(Throwable error) {
        LOG.warn("Previews could not be looked for ({}).", error.getClass().getName());
        return Mono.empty();
    }

    /** What this instance works on. */
    private record Work(Preview claimed, Sinks.Empty<Void> end) {

        void letGo() {
            end.tryEmitEmpty();
        }
    }
}
