package io.evenhand.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Points of a criterion or a score, with two decimals, rounded half up; negative for a deduction.
 */
public record Points(BigDecimal value) implements Comparable<Points> {

    public static final Points ZERO = new Points(BigDecimal.ZERO);

    private static final int DECIMALS = 2;

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
