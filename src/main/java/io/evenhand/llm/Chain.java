package io.evenhand.llm;

import dev.langchain4j.data.message.ChatMessage;
import io.evenhand.grading.Usage;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/**
 * Has one model answer: {@code retry(permit(rate limiter(breaker(attempt limit(call)))))}, with one
 * repair for output that breaks the schema. Every failure is a {@link CallFailed}.
 */
final class Chain {

    /** Getting a free permit takes no longer. */
    private static final Duration NO_WAIT = Duration.ofMillis(50);

    private final LlmSettings settings;
    private final Caller caller;
    private final Diagnosis diagnosis;
    private final CallMetrics metrics;

    Chain(LlmSettings settings, Caller caller, Diagnosis diagnosis, CallMetrics metrics) {
        this.settings = settings;
        this.caller = caller;
        this.diagnosis = diagnosis;
        this.metrics = metrics;
    }

    <T> Mono<T> ask(Model model, Session<T> session) {
        Persistence persistence = new Persistence(settings.retry(), session.budget());
        AtomicBoolean repaired = new AtomicBoolean();
        return Mono.defer(() -> mended(model, session, repaired))
                .onErrorMap(thrown -> persistence.after(diagnosis.of(thrown)))
                .transformDeferred(RetryOperator.of(model.retry()));
    }

    private <T> Mono<T> mended(Model model, Session<T> session, AtomicBoolean repaired) {
        JsonMode json = model.settings().json();
        Inquiry<T> inquiry = session.inquiry();
        Turn first = new Turn(inquiry.messages(json), false, !repaired.get());
        return guarded(model, session, first)
                .onErrorResume(
                        CallFailed.class,
                        failed -> {
                            if (!(failed.fault() instanceof Fault.Broken broken)
                                    || !broken.mendable()) {
                                return Mono.error(failed);
                            }
                            if (session.budget().spent()) {
                                return Mono.error(failed.noTimeLeft());
                            }
                            repaired.set(true);
                            Turn repair = new Turn(inquiry.repair(json, broken), true, false);
                            return guarded(model, session, repair);
                        });
    }

    /** One call behind all limits. */
    private <T> Mono<T> guarded(Model model, Session<T> session, Turn turn) {
        if (model.isOpen()) {
            // Before the permit: a model that hangs holds all of them.
            return Mono.error(CallFailed.of(new Fault.CircuitOpen()));
        }
        Budget budget = session.budget();
        Duration before = budget.left();
        Mono<T> call =
                Mono.deferContextual(
                                context -> {
                                    Spoken.note(context, model.settings().name(), turn.messages());
                                    return attempt(model, session, turn, before);
                                })
                        .transformDeferred(CircuitBreakerOperator.of(model.breaker()));
        return model.permits()
                .with(
                        session.inquiry().ticket(),
                        budget.patience(),
                        paid(session, turn, rated(model.rate(), budget, call)));
    }

    /** A repair is a part of what was begun: without it, that would have been paid for nothing. */
    private static <T> Mono<T> paid(Session<T> session, Turn turn, Mono<T> call) {
        return turn.repair()
                ? call
                : session.inquiry()
                        .spent()
                        .flatMap(spent -> Mono.<T>error(CallFailed.of(new Fault.Unpaid(spent))))
                        .switchIfEmpty(call);
    }

    private <T> Mono<T> attempt(Model model, Session<T> session, Turn turn, Duration before) {
        Duration limit = session.budget().attempt(settings.attemptTimeout());
        Fault late = late(limit, before.minus(session.budget().left()));
        Inquiry<T> inquiry = session.inquiry();
        session.tally().call(turn.repair());
        return caller.call(model, turn.messages(), inquiry.schema())
                .doOnNext(reply -> session.tally().used(usage(model, reply)))
                .doOnNext(reply -> metrics.used(model, reply.tokens()))
                .map(reply -> inquiry.read(reply, model.settings().name(), turn.mendable()))
                .timeout(limit)
                .onErrorMap(TimeoutException.class, _ -> CallFailed.of(late))
                .onErrorMap(diagnosis::of)
                .transform(mono -> metrics.measured(model, mono));
    }

    /** What it means if the call takes longer; a long line is no fault of the model. */
    private Fault late(Duration limit, Duration waited) {
        boolean byDeadline = limit.compareTo(settings.attemptTimeout()) < 0;
        return new Fault.TimedOut(byDeadline, !byDeadline || waited.compareTo(NO_WAIT) < 0);
    }

    private static Usage usage(Model model, Reply reply) {
        Tokens tokens = reply.tokens();
        return new Usage(
                tokens.input(), tokens.output(), model.prices().map(prices -> prices.of(tokens)));
    }

    /** What is said to a model; {@code mendable} if a repair may still follow. */
    private record Turn(List<ChatMessage> messages, boolean repair, boolean mendable) {}

    /** Resilience4j's own operator would go on waiting after a cancellation. */
    private static <T> Mono<T> rated(Optional<RateLimiter> limiter, Budget budget, Mono<T> call) {
        return Mono.defer(
                () -> {
                    if (budget.spent()) {
                        // The line was so long that a call would be begun in vain.
                        return Mono.error(CallFailed.of(new Fault.NoPermit()));
                    }
                    if (limiter.isEmpty()) {
                        return call;
                    }
                    long nanos = limiter.get().reservePermission();
                    Duration wait = Duration.ofNanos(nanos);
                    if (nanos < 0 || !budget.allows(wait)) {
                        return Mono.error(CallFailed.of(new Fault.NoPermit()));
                    }
                    return nanos == 0 ? call : Mono.delay(wait).then(call);
                });
    }
}
