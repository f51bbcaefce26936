package io.evenhand.semantic.scoring;

import io.evenhand.semantic.alignment.Alignment;

/**
 * How much of a criterion is found in an answer beyond chance, without any training: the mean of
 * {@code t_RQ} and {@code t_R}; 0 to 1.
 */
public final class ItemScore {

    private ItemScore() {}

    /**
     * @param criterion see {@link Alignment#beyond}
     */
    public static double of(Alignment criterion) {
        return (criterion.coverage() + criterion.coverageOfAll()) / 2;
    }
}
