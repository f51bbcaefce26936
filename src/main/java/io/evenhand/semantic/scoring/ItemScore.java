package io.evenhand.semantic.scoring;

import io.evenhand.semantic.alignment.Alignment;

/**
 * How much of a criterion is found in an answer, without any training: the mean of {@code t_RQ},
 * {@code t_R} and the 25 % quantile; 0 to 1.
 */
public final class ItemScore {

    private static final double QUARTER = .25;

    private ItemScore() {}

    public static double of(Alignment criterion) {
        return (criterion.coverage() + criterion.coverageOfAll() + criterion.quantile(QUARTER)) / 3;
    }
}
