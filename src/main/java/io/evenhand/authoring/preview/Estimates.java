package io.evenhand.authoring.preview;

import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.Usage;
import io.evenhand.grading.work.Ledger;
import io.evenhand.llm.Tariff;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Expects of a preview what models took for the newest answers to the same question. */
@Component
public class Estimates {

    private static final int NEWEST = 50;

    private final Ledger ledger;
    private final Tariff tariff;

    Estimates(Ledger ledger, Tariff tariff) {
        this.ledger = ledger;
        this.tariff = tariff;
    }

    /** Asks no model. */
    public Mono<Estimate> of(Plan plan) {
        return ledger.page(newest(plan.tenant(), plan.questionId()))
                .map(
                        gradings ->
                                of(
                                        plan.target().sample(),
                                        gradings.stream()
                                                .flatMap(grading -> byModel(grading).stream())
                                                .toList()));
    }

    private Estimate of(Sample sample, List<Usage> past) {
        if (past.isEmpty()) {
            return new Estimate(sample, 0, 0, Optional.empty(), 0);
        }
        Usage sum = past.stream().reduce(Usage.NONE, Usage::plus);
        long input = times(sample, sum.inputTokens(), past.size());
        long output = times(sample, sum.outputTokens(), past.size());
        return new Estimate(sample, input, output, tariff.of(input, output), past.size());
    }

    private static long times(Sample sample, long tokens, int grades) {
        return Math.ceilDiv(tokens * sample.size(), grades);
    }

    private static Optional<Usage> byModel(Grading grading) {
        return grading.machineGrade()
                .filter(grade -> grade.grader().kind() == GraderKind.LLM)
                .map(Grade::usage);
    }

    private static GradingQuery newest(TenantId tenant, String questionId) {
        return new GradingQuery(
                tenant,
                Set.of(),
                Optional.of(questionId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NEWEST);
    }
}
