package io.evenhand.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Points of a criterion or a score, with two decimals, rounded half up; negative for a deduction.
 */
public record Points(BigDecimal value) implements Comparable<Points> {

    public static final Points ZERO = new Points(BigDecimal.ZERO);

    private static final int DECIMALS = 2;
    private static final Points HUNDREDTH = of("0.01");

    @JsonCreator
    public Points {
        value = value.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    public static Points of(String value) {
        return new Points(new BigDecimal(value));
    }

    public static Points of(long value) {
        return new Points(BigDecimal.valueOf(value));
    }

    public Points plus(Points other) {
        return new Points(value.add(other.value));
    }

    public Points minus(Points other) {
        return new Points(value.subtract(other.value));
    }

    /** The given share of these points, rounded half up. */
    public Points times(BigDecimal share) {
        return new Points(value.multiply(share));
    }

    /**
     * These points split by weight, so that the parts add up to them to the last hundredth.
     *
     * @param weights above 0
     */
    public List<Points> split(List<Integer> weights) {
        return split(weights, HUNDREDTH);
    }

    /**
     * The same in parts that are multiples of a step.
     *
     * @param step which these points are a multiple of
     */
    public List<Points> split(List<Integer> weights, Points step) {
        BigDecimal total = BigDecimal.valueOf(weights.stream().mapToInt(weight -> weight).sum());
        List<Points> parts = new ArrayList<>();
        Points given = ZERO;
        int weighed = 0;
        for (int weight : weights) {
            weighed += weight;
            BigDecimal steps =
                    value.multiply(BigDecimal.valueOf(weighed))
                            .divide(total.multiply(step.value), 0, RoundingMode.HALF_UP);
            Points until = step.times(steps);
            parts.add(until.minus(given));
            given = until;
        }
        return parts;
    }

    /** Whether these points are a whole number of the given ones. */
    public boolean isMultipleOf(Points step) {
        return value.remainder(step.value).signum() == 0;
    }

    public Points half() {
        return times(new BigDecimal("0.5"));
    }

    public Points min(Points other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Points max(Points other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    @Override
    public int compareTo(Points other) {
        return value.compareTo(other.value);
    }

    /** Without decimals that say nothing. */
    BigDecimal plain() {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale()));
    }

    @JsonValue
    @Override
    public BigDecimal value() {
        return value;
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
