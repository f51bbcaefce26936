package io.evenhand.llm;

import dev.langchain4j.data.message.ChatMessage;
import io.evenhand.grading.Judgement;
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
 * Has one model judge: {@code retry(permit(rate limiter(breaker(attempt limit(call)))))}, with one
 * repair for output that breaks the schema. Every failure is a {@link CallFailed}.
 */
final class Chain {

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

    Mono<Judgement> judge(Model model, Session session) {
        Persistence persistence = new Persistence(settings.retry(), session.budget());
        AtomicBoolean repaired = new AtomicBoolean();
        return Mono.defer(() -> mended(model, session, repaired))
                .onErrorMap(thrown -> persistence.after(diagnosis.of(thrown)))
                .transformDeferred(RetryOperator.of(model.retry()));
    }

    private Mono<Judgement> mended(Model model, Session session, AtomicBoolean repaired) {
        JsonMode json = model.settings().json();
        Briefing briefing = session.briefing();
        return guarded(model, session, briefing.messages(json), !repaired.get())
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
                            return guarded(model, session, briefing.repair(json, broken), false);
                        });
    }

    /** One call behind all limits; {@code mendable} if a repair may still follow. */
    private Mono<Judgement> guarded(
            Model model, Session session, List<ChatMessage> messages, boolean mendable) {
        if (model.isOpen()) {
            // Before the permit: a model that hangs holds all of them.
            return Mono.error(CallFailed.of(new Fault.CircuitOpen()));
        }
        Mono<Judgement> call =
                Mono.defer(() -> attempt(model, session, messages, mendable))
                        .transformDeferred(CircuitBreakerOperator.of(model.breaker()));
        return model.permits()
                .with(session.budget().patience(), rated(model.rate(), session.budget(), call));
    }

    private Mono<Judgement> attempt(
            Model model, Session session, List<ChatMessage> messages, boolean mendable) {
        Duration limit = session.budget().attempt(settings.attemptTimeout());
        boolean byDeadline = limit.compareTo(settings.attemptTimeout()) < 0;
        Judging judging = new Judging(session.briefing(), model.settings().name());
        boolean repair = messages.size() > 2;
        session.tally().call(repair);
        return caller.call(model, messages, session.briefing().schema())
                .doOnNext(reply -> session.tally().used(usage(model, reply)))
                .doOnNext(reply -> metrics.used(model, reply.tokens()))
                .map(reply -> judging.read(reply, mendable))
                .timeout(limit)
                .onErrorMap(
                        TimeoutException.class, _ -> CallFailed.of(new Fault.TimedOut(byDeadline)))
                .onErrorMap(diagnosis::of)
                .transform(mono -> metrics.measured(model, mono));
    }

    private static Usage usage(Model model, Reply reply) {
        Tokens tokens = reply.tokens();
        return new Usage(
                tokens.input(), tokens.output(), model.prices().map(prices -> prices.of(tokens)));
    }

    /** Resilience4j's own operator would go on waiting after a cancellation. */
    private static <T> Mono<T> rated(Optional<RateLimiter> limiter, Budget budget, Mono<T> call) {
        if (limiter.isEmpty()) {
            return call;
        }
        return Mono.defer(
                () -> {
                    long nanos = limiter.get().reservePermission();
                    Duration wait = Duration.ofNanos(nanos);
                    if (nanos < 0 || !budget.allows(wait)) {
                        return Mono.error(CallFailed.of(new Fault.NoPermit()));
                    }
                    return nanos == 0 ? call : Mono.delay(wait).then(call);
                });
    }
}
