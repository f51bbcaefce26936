package io.evenhand.semantic.learning;

/**
 * By how much a tenant's people give more than the grader, whatever the question, as far as reviews
 * of other questions tell.
 */
public final class TenantDrift {

    /** So many reviews count as much as the assumption that there is no drift. */
    private static final double SHRINKAGE = 10;

    private TenantDrift() {}

    /**
     * @param mean of the errors on other questions, as a share of the maximum
     * @param reviews that it rests on
     */
    public static double shrunk(double mean, int reviews) {
        return shrunk(mean, reviews, SHRINKAGE);
    }

    public static double shrunk(double mean, int reviews, double by) {
        return reviews == 0 ? 0 : mean * reviews / (reviews + by);
    }
}
