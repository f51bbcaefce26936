package io.evenhand.budget;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What models have taken in a month.
 *
 * @param cost empty if none of it has a price
 */
public record Spending(long inputTokens, long outputTokens, Optional<BigDecimal> cost) {

    boolean reaches(BigDecimal budget) {
        return cost.orElse(BigDecimal.ZERO).compareTo(budget) >= 0;
    }
}
