package io.evenhand.budget.web;

import io.evenhand.budget.Accounts;
import io.evenhand.budget.Spending;
import io.evenhand.grading.web.UsageView.CostView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What models have taken in a month, as clients see it.
 *
 * @param cost null if none of it has a price
 * @param budget of this month, if there is one; what it was in others is not kept
 * @param left of the budget, never below 0
 * @param endsAt when the month ends, and with it a budget's being spent
 */
public record MonthView(
        String month,
        long inputTokens,
        long outputTokens,
        @Nullable CostView cost,
        @Nullable CostView budget,
        @Nullable CostView left,
        Instant endsAt) {

    static MonthView of(
            YearMonth month, Spending spending, Optional<BigDecimal> budget, String currency) {
        BigDecimal spent = spending.cost().orElse(BigDecimal.ZERO);
        return new MonthView(
                month.toString(),
                spending.inputTokens(),
                spending.outputTokens(),
                money(spending.cost(), currency),
                money(budget, currency),
                money(budget.map(most -> most.subtract(spent).max(BigDecimal.ZERO)), currency),
                Accounts.end(month));
    }

    private static @Nullable CostView money(Optional<BigDecimal> amount, String currency) {
        return amount.map(BigDecimal::stripTrailingZeros)
                .map(value -> new CostView(value.toPlainString(), currency))
                .orElse(null);
    }
}
