package io.evenhand.llm;

import io.evenhand.grading.Cost;
import java.math.BigDecimal;

/** What a model costs, for a million tokens. */
record Prices(BigDecimal input, BigDecimal cachedInput, BigDecimal output, String currency) {

    /** Dividing by a million. */
    private static final int MILLION = 6;

    /** Exact: a price times a number of tokens, the point moved by six digits. */
    Cost of(Tokens tokens) {
        BigDecimal sum =
                input.multiply(BigDecimal.valueOf(tokens.input() - tokens.cachedInput()))
                        .add(cachedInput.multiply(BigDecimal.valueOf(tokens.cachedInput())))
                        .add(output.multiply(BigDecimal.valueOf(tokens.output())));
        BigDecimal amount = sum.movePointLeft(MILLION).stripTrailingZeros();
        return new Cost(amount.scale() < 0 ? amount.setScale(0) : amount, currency);
    }
}
