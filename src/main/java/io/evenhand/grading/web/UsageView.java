package io.evenhand.grading.web;

import io.evenhand.grading.Usage;
import org.jspecify.annotations.Nullable;

/** What a grade took, as clients see it. */
public record UsageView(long inputTokens, long outputTokens, @Nullable CostView cost) {

    public static UsageView of(Usage usage) {
        return new UsageView(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cost()
                        .map(cost -> new CostView(cost.amount().toPlainString(), cost.currency()))
                        .orElse(null));
    }

    /** An amount of money; a string, so that no client rounds it. */
    public record CostView(String amount, String currency) {}
}
