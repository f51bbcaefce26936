package io.evenhand.interviews.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A part of what can be reached, in percent; rounded only where it is shown. */
record Share(BigDecimal exact) {

    static final Share NOTHING = new Share(BigDecimal.ZERO);
    static final Share ALL = new Share(new BigDecimal(100));

    static Share of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? NOTHING
                : new Share(part.multiply(ALL.exact).divide(whole, MathContext.DECIMAL64));
    }

    /** One decimal, half up. */
    BigDecimal percentage() {
        return exact.setScale(1, RoundingMode.HALF_UP);
    }
}
