package io.evenhand.llm;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Grader;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Purse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import reactor.core.publisher.Mono;

/** Has an answer judged by the first configured model that can be had in time. */
final class LlmGrader implements Grader {

    private final LlmSettings settings;
    private final Prompt prompt;
    private final Desk desk;
    private final CallMetrics metrics;
    private final Purse purse;
    private final Fence fences = new Fence();

    LlmGrader(LlmSettings settings, Prompt prompt, Desk desk, CallMetrics metrics, Purse purse) {
        this.settings = settings;
        this.prompt = prompt;
        this.desk = desk;
        this.metrics = metrics;
        this.purse = purse;
    }

    @Override
    public GraderKind kind() {
        return GraderKind.LLM;
    }

    @Override
    public boolean ready() {
        return desk.ready();
    }

    @Override
    public OptionalInt atATime() {
        return desk.atATime();
    }

    /** Without a model there is nothing to save. */
    @Override
    public Optional<List<String>> basis(Assignment assignment) {
        return settings.models().isEmpty()
                ? Optional.empty()
                : Optional.of(new Basis(prompt, settings.models(), assignment).parts());
    }

    @Override
    public Mono<Outcome> grade(Assignment assignment) {
        return Mono.defer(
                        () ->
                                desk.ask(
                                        new Briefing(prompt, assignment, fences, purse),
                                        assignment.deadline()))
                .map(LlmGrader::outcome)
                .doOnNext(metrics::graded);
    }

    private static Outcome outcome(Desk.Result<Judgement> result) {
        return switch (result.answered()) {
            case Answered.Said<Judgement>(Judgement judgement) ->
                    new Outcome.Judged(judgement, result.effort());
            case Answered.Nothing<Judgement>(var reason, var retryAt) ->
                    new Outcome.Unavailable(reason, result.effort(), retryAt);
        };
    }
}
