package io.evenhand.grading.precedent;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grader;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Work;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has identical work of a tenant judged once: what comes while a call is in flight shares it, and
 * what comes later is given what was said.
 */
@Component
public class IdenticalWork {

    /** What keeps a call from ending well that began later. */
    private static final Set<FallbackReason> OF_TIME =
            EnumSet.of(FallbackReason.DEADLINE, FallbackReason.OVERLOADED);

    private static final Outcome TOO_LATE =
            new Outcome.Unavailable(FallbackReason.DEADLINE, Effort.NONE, Optional.empty());

    private final WorkHashes hashes;
    private final Casebook casebook;
    private final PrecedentSettings settings;
    private final PatienceSettings patience;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Map<Work, Flight> flights = new ConcurrentHashMap<>();

    IdenticalWork(
            WorkHashes hashes,
            Casebook casebook,
            PrecedentSettings settings,
            PatienceSettings patience,
            Clock clock,
            MeterRegistry metrics) {
        this.hashes = hashes;
        this.casebook = casebook;
        this.settings = settings;
        this.patience = patience;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The model's judgement, or that of identical work.
     *
     * @param ask asks the model about this assignment; never fails
     */
    public Mono<Outcome> judged(Grader model, Assignment assignment, Mono<Outcome> ask) {
        return Mono.defer(
                () ->
                        work(model, assignment)
                                .map(work -> shared(errand(work, assignment, ask)))
                                .orElse(ask));
    }

    /**
     * The model's own judgement of this very assignment, which later ones are given from now on.
     */
    public Mono<Outcome> judgedAnew(Grader model, Assignment assignment, Mono<Outcome> ask) {
        return Mono.defer(
                () -> work(model, assignment).map(work -> kept(work, ask, true)).orElse(ask));
    }

    /** What was said of identical work before; empty if nothing was. */
    public Mono<Outcome> known(Grader model, Assignment assignment) {
        return Mono.defer(
                () ->
                        Mono.justOrEmpty(work(model, assignment))
                                .flatMap(casebook::find)
                                .doOnNext(ignored -> count("hit"))
                                .cast(Outcome.class));
    }

    private Mono<Outcome> shared(Errand errand) {
        return Mono.defer(
                () -> {
                    Flight own = new Flight(errand.deadline(), said(errand), landed(errand.work()));
                    Flight flight =
                            flights.compute(
                                    errand.work(),
                                    (work, there) ->
                                            Optional.ofNullable(there)
                                                    .filter(Flight::board)
                                                    .orElseGet(own::boarded));
                    return flight == own
                            ? own.outcome().doOnNext(said -> count(said, "hit"))
                            : besideOthers(errand, flight);
                });
    }

    private Consumer<Flight> landed(Work work) {
        return flight -> flights.remove(work, flight);
    }

    /** Looked for here and not before, so that what the last call said is not missed. */
    private Mono<Outcome> said(Errand errand) {
        return casebook.find(errand.work())
                .cast(Outcome.class)
                .switchIfEmpty(kept(errand.work(), errand.ask(), false));
    }

    /** Kept before anybody hears of it: whoever overrules it then finds what to drop. */
    private Mono<Outcome> kept(Work work, Mono<Outcome> ask, boolean anew) {
        return ask.flatMap(
                said ->
                        said instanceof Outcome.Judged judged
                                ? casebook.keep(work, judged, anew).thenReturn(said)
                                : Mono.just(said));
    }

    private Mono<Outcome> besideOthers(Errand errand, Flight flight) {
        Duration left = Duration.between(clock.instant(), errand.end());
        return flight.outcome()
                .timeout(left.isNegative() ? Duration.ZERO : left, Mono.just(TOO_LATE))
                .flatMap(
                        said ->
                                isForOthersOnly(said, errand, flight)
                                        ? shared(errand)
                                        : Mono.just(said).doOnNext(one -> count(one, "shared")));
    }

    /** Whether a call failed for want of time that this one has. */
    private boolean isForOthersOnly(Outcome said, Errand errand, Flight flight) {
        return said instanceof Outcome.Unavailable(var reason, var effort, var retryAt)
                && retryAt.map(errand.end()::isAfter).orElse(OF_TIME.contains(reason))
                && errand.deadline().isAfter(flight.deadline())
                && patience.allowsCall(clock.instant(), errand.end());
    }

    private Errand errand(Work work, Assignment assignment, Mono<Outcome> ask) {
        Instant end = patience.end(clock.instant(), assignment.deadline());
        return new Errand(work, assignment.deadline(), end, ask);
    }

    private Optional<Work> work(Grader model, Assignment assignment) {
        return settings.enabled()
                ? model.basis(assignment).flatMap(basis -> hashes.ifKeyed(assignment, basis))
                : Optional.empty();
    }

    private void count(Outcome said, String reused) {
        switch (said) {
            case Outcome.Reused ignored -> count(reused);
            case Outcome.Judged ignored -> count("miss");
            default -> {}
        }
    }

    private void count(String outcome) {
        metrics.counter("evenhand.precedents", "outcome", outcome).increment();
    }
}
