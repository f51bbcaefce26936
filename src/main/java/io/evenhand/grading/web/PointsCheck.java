package io.evenhand.grading.web;

import io.evenhand.platform.Violations;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks points that a person gives for a criterion: from 0 to its own, in two decimals. */
final class PointsCheck {

    private static final int DECIMALS = 2;

    private PointsCheck() {}

    /**
     * The range comes first: it is a mere comparison, where a number such as 1e999999999 must not
     * be rounded.
     */
    static Optional<Points> of(
            Criterion criterion,
            @Nullable BigDecimal given,
            String pointer,
            Violations violations) {
        if (given == null) {
            violations.add(pointer, "is missing");
            return Optional.empty();
        }
        BigDecimal own = criterion.points().value();
        boolean inRange =
                given.compareTo(own.min(BigDecimal.ZERO)) >= 0
                        && given.compareTo(own.max(BigDecimal.ZERO)) <= 0;
        if (!violations.require(inRange, pointer, "is not between 0 and " + own.toPlainString())) {
            return Optional.empty();
        }
        BigDecimal plain = given.signum() == 0 ? BigDecimal.ZERO : given.stripTrailingZeros();
        return violations.require(plain.scale() <= DECIMALS, pointer, "has more than two decimals")
                ? Optional.of(new Points(plain))
                : Optional.empty();
    }
}
