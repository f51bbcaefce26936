package io.evenhand.grading;

import java.math.BigDecimal;

/** An amount of money in a currency of ISO 4217. */
public record Cost(BigDecimal amount, String currency) {

    Cost none() {
        return new Cost(BigDecimal.ZERO, currency);
    }

    public Cost plus(Cost other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("costs of two currencies do not add up");
        }
        return new Cost(amount.add(other.amount), currency);
    }
}
