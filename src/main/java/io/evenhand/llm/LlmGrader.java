package io.evenhand.llm;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grader;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Has an answer judged by the first configured model that can be had in time. */
final class LlmGrader implements Grader {

    private final LlmSettings settings;
    private final Prompt prompt;
    private final List<Model> models;
    private final Failover failover;
    private final CallMetrics metrics;
    private final Clock clock;
    private final Fence fences = new Fence();

    LlmGrader(
            LlmSettings settings,
            Prompt prompt,
            List<Model> models,
            Chain chain,
            CallMetrics metrics,
            Clock clock) {
        this.settings = settings;
        this.prompt = prompt;
        this.models = models;
        this.failover = new Failover(models, chain);
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public GraderKind kind() {
        return GraderKind.LLM;
    }

    @Override
    public boolean ready() {
        return models.stream().anyMatch(model -> !model.isOpen());
    }

    /** Without a model there is nothing to save. */
    @Override
    public Optional<List<String>> basis(Assignment assignment) {
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of(new Basis(prompt, settings.models(), assignment).parts());
    }

    @Override
    public Mono<Outcome> grade(Assignment assignment) {
        return Mono.defer(() -> judge(assignment)).doOnNext(metrics::graded);
    }

    private Mono<Outcome> judge(Assignment assignment) {
        if (models.isEmpty()) {
            return Mono.just(unavailable(FallbackReason.NO_MODEL_CONFIGURED, Effort.NONE));
        }
        Budget budget = Budget.until(assignment.deadline(), clock, settings);
        if (budget.spent()) {
            return Mono.just(unavailable(FallbackReason.DEADLINE, Effort.NONE));
        }
        Tally tally = new Tally();
        Briefing briefing = new Briefing(prompt, assignment, fences);
        return failover.judge(new Session(briefing, budget, tally))
                .timeout(
                        budget.left(),
                        Mono.fromSupplier(
                                () -> unavailable(FallbackReason.DEADLINE, tally.effort())));
    }

    private static Outcome unavailable(FallbackReason reason, Effort effort) {
        return new Outcome.Unavailable(reason, effort, Optional.empty());
    }
}
