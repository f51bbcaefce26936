package io.evenhand.semantic.scoring;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they are written to files: short, and the same again on the next run. */
public final class Rounded {

    /** Significant digits; what a fit means lies far above them. */
    private static final MathContext DIGITS = new MathContext(5);

    private Rounded() {}

    public static double of(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    public static Measure measure(String feature, double mean, double deviation, double weight) {
        return new Measure(feature, of(mean), of(deviation), of(weight));
    }
}
