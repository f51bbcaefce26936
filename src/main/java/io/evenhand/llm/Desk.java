package io.evenhand.llm;

import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import reactor.core.publisher.Mono;

/** Puts inquiries to the configured models, within a deadline; the same for all who ask. */
final class Desk {

    private final LlmSettings settings;
    private final List<Model> models;
    private final Failover failover;
    private final Clock clock;

    Desk(LlmSettings settings, List<Model> models, Chain chain, Clock clock) {
        this.settings = settings;
        this.models = models;
        this.failover = new Failover(models, chain);
        this.clock = clock;
    }

    /** Whether a model would be asked now. */
    boolean ready() {
        return models.stream().anyMatch(model -> !model.isOpen());
    }

    /** Calls that run at a time to the model that takes most; empty if none would be asked now. */
    OptionalInt atATime() {
        return models.stream()
                .filter(model -> !model.isOpen())
                .mapToInt(model -> model.permits().limit())
                .max();
    }

    /** Ends before the deadline. Cancelling frees what it holds. */
    <T> Mono<Result<T>> ask(Inquiry<T> inquiry, Instant deadline) {
        if (models.isEmpty()) {
            return Mono.just(nothing(FallbackReason.NO_MODEL_CONFIGURED, Effort.NONE));
        }
        Budget budget = Budget.until(deadline, clock, settings);
        if (budget.spent()) {
            return Mono.just(nothing(FallbackReason.DEADLINE, Effort.NONE));
        }
        Tally tally = new Tally();
        return failover.ask(new Session<>(inquiry, budget, tally))
                .map(answered -> new Result<>(answered, tally.effort()))
                .timeout(
                        budget.left(),
                        Mono.fromSupplier(() -> nothing(FallbackReason.DEADLINE, tally.effort())));
    }

    private static <T> Result<T> nothing(FallbackReason reason, Effort effort) {
        return new Result<>(new Answered.Nothing<>(reason, Optional.empty()), effort);
    }

    /** How it ended, and what it took. */
    record Result<T>(Answered<T> answered, Effort effort) {}
}
