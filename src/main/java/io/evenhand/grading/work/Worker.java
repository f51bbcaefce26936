package io.evenhand.grading.work;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Hold;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.Usage;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes a claimed grading to its end: marks it, and stores what came of that. */
@Component
class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Set<FallbackReason> FINAL =
            EnumSet.of(FallbackReason.CONTENT_REFUSED, FallbackReason.BUDGET_SPENT);
    private static final String ACTOR = "system";
    private static final int STORE_RETRIES = 4;
    private static final Duration STORE_BACKOFF = Duration.ofMillis(200);

    private final Marking marking;
    private final Ledger ledger;
    private final Runs runs;
    private final GradingSettings settings;
    private final StorageJson json;
    private final Clock clock;
    private final GradingMetrics metrics;

    Worker(
            Marking marking,
            Ledger ledger,
            Runs runs,
            GradingSettings settings,
            StorageJson json,
            Clock clock,
            GradingMetrics metrics) {
        this.marking = marking;
        this.ledger = ledger;
        this.runs = runs;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Starts work that goes on whoever waits for it. */
    Run start(Grading claimed, Instant deadline, Urgency urgency) {
        Run run = new Run(Hold.of(claimed), deadline);
        runs.begin(run);
        Mono.defer(() -> Contained.call(() -> mark(claimed, deadline, urgency)))
                .or(runs.lettingGo().then(Mono.fromSupplier(this::letGo)))
                .takeUntilOther(run.stopped())
                .onErrorResume(error -> Mono.just(broken(claimed, error)))
                .flatMap(marked -> stored(claimed, marked))
                .switchIfEmpty(Mono.defer(() -> leftBehind(claimed)))
                .doFinally(signal -> runs.end(run))
                .subscribe(run::end, run::fail, run::vanish);
        return run;
    }

    /** Somebody else has moved it on: a grader may have kept what it said since the texts went. */
    private Mono<Grading> leftBehind(Grading claimed) {
        return ledger.find(claimed.tenant(), claimed.id())
                .delayUntil(
                        now ->
                                now.isErased()
                                        ? ledger.erasedMeanwhile(claimed)
                                        : Mono.<Void>empty());
    }

    /** To be taken up by another instance at once. */
    private Marked letGo() {
        return new Marked.LetGo(Optional.of(now()), Usage.NONE);
    }

    private Mono<Marked> mark(Grading claimed, Instant deadline, Urgency urgency) {
        return claimed.strikes() > settings.maxAttempts() && claimed.status().isOpen()
                ? Mono.just(exhausted(claimed))
                : marking.mark(claimed, deadline, urgency);
    }

    /** A grade is not thrown away for a moment without the database; its attempt guards it. */
    private Mono<Grading> stored(Grading claimed, Marked marked) {
        return Mono.defer(() -> store(claimed, marked))
                .retryWhen(Retry.backoff(STORE_RETRIES, STORE_BACKOFF).filter(Worker::isOfStore))
                .doOnError(
                        error ->
                                LOG.error(
                                        "what came of grading {} could not be stored: {}",
                                        claimed.id(),
                                        error.getClass().getName()));
    }

    private static boolean isOfStore(Throwable error) {
        return error instanceof DataAccessException || error instanceof TransactionException;
    }

    private Mono<Grading> store(Grading claimed, Marked marked) {
        Usage spent = marked.usage();
        return switch (better(claimed, marked)) {
            case Marked.Graded(var grade, var flags, var again) -> {
                Optional<Instant> retry = retry(claimed, grade.grader(), again);
                yield move(claimed, Event.GRADED, spent, g -> g.graded(grade, flags, retry, now()))
                        .doOnNext(metrics::count);
            }
            case Marked.Ungraded(var why, var flags, var again) -> {
                Optional<Instant> retry = retry(claimed, why.grader(), again);
                yield move(
                                claimed,
                                Event.UNGRADED,
                                spent,
                                g -> g.ungraded(why, flags, retry, now()))
                        .doOnNext(metrics::count);
            }
            case Marked.LetGo(var retryAt, var ignored) -> {
                Instant at = retryAt.orElseGet(() -> backoff(claimed));
                yield move(claimed, Event.RELEASED, spent, g -> g.released(Optional.of(at)));
            }
            case Marked.Broken(var fault) -> {
                Instant at = backoff(claimed);
                yield move(claimed, Event.RELEASED, spent, g -> g.failed(fault, Optional.of(at)));
            }
            case Marked.Kept() ->
                    move(claimed, Event.RELEASED, spent, g -> g.released(Optional.empty()));
        };
    }

    /** Nothing that the fallback says, and no failure to grade, replaces a grade that is there. */
    private Marked better(Grading claimed, Marked marked) {
        if (claimed.grade().isEmpty()) {
            return marked;
        }
        return switch (marked) {
            case Marked.Graded(var grade, var flags, var again)
                    when grade.grader().fallbackReason().isPresent() ->
                    kept(claimed, grade.grader(), again);
            case Marked.Ungraded(var why, var flags, var again) ->
                    kept(claimed, why.grader(), again);
            default -> marked;
        };
    }

    private Marked kept(Grading claimed, Provenance grader, Optional<Instant> again) {
        return retry(claimed, grader, again)
                .<Marked>map(at -> new Marked.LetGo(Optional.of(at), Usage.NONE))
                .orElseGet(Marked.Kept::new);
    }

    private Mono<Grading> move(
            Grading claimed, Event event, Usage spent, UnaryOperator<Grading> move) {
        return ledger.move(claimed, Optional.of(claimed.attempt()), event, ACTOR, move, spent);
    }

    /**
     * When a model should be asked again. Not if one graded or declined, nor if it refused: it
     * would say the same again. Where money was spent, whose it was knows.
     */
    private Optional<Instant> retry(Grading grading, Provenance grader, Optional<Instant> again) {
        return grader.fallbackReason()
                .flatMap(
                        reason ->
                                switch (reason) {
                                    case CONTENT_REFUSED -> Optional.empty();
                                    case BUDGET_SPENT -> again;
                                    default -> Optional.of(backoff(grading));
                                });
    }

    /** Whether another try may have another end, now or later. */
    static boolean isWorthAskingAgain(Provenance grader) {
        return grader.fallbackReason().filter(reason -> !FINAL.contains(reason)).isPresent();
    }

    private Instant backoff(Grading grading) {
        return now().plus(settings.backoff(grading.attempt()));
    }

    private Marked exhausted(Grading claimed) {
        return new Marked.Ungraded(
                new NoGrade(
                        UngradedReason.ATTEMPTS_EXHAUSTED,
                        Provenance.withoutModel(
                                GraderKind.LLM,
                                Sha256.of(json.write(claimed.submission().rubric())),
                                Optional.empty(),
                                0),
                        Usage.NONE),
                claimed.flags(),
                Optional.empty());
    }

    /**
     * A fault of ours: the answer keeps its place in the queue. Its message may hold the answer.
     */
    private static Marked broken(Grading claimed, Throwable error) {
        LOG.error(
                "grading {} could not be marked: {} at {}",
                claimed.id(),
                error.getClass().getName(),
                error.getStackTrace().length > 0 ? error.getStackTrace()[0] : "an unknown place");
        return new Marked.Broken(error.getClass().getSimpleName());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
