package io.evenhand.batch;

import io.evenhand.grading.BatchTally;
import io.evenhand.grading.GradingStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a batch has spent of what it may, and how many gradings the rest pays for. */
record Spending(BigDecimal most, BatchTally tally) {

    /** Gradings begun at once while nobody knows what one costs. */
    private static final int BLIND = 4;

    private static final int SCALE = 12;

    boolean isOver() {
        return spent().compareTo(most) >= 0;
    }

    /**
     * How many more to begin now. What is in flight is taken to cost the average, so that the limit
     * is passed by about one grading and not by all that are in flight.
     */
    int affordable() {
        return paidFor() - tally.of(GradingStatus.GRADING);
    }

    private int paidFor() {
        if (spent().signum() <= 0) {
            return BLIND;
        }
        BigDecimal average =
                spent().divide(BigDecimal.valueOf(tally.priced()), SCALE, RoundingMode.UP);
        BigDecimal gradings = most.subtract(spent()).divide(average, 0, RoundingMode.UP);
        return gradings.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }

    private BigDecimal spent() {
        return tally.cost().orElse(BigDecimal.ZERO);
    }
}
