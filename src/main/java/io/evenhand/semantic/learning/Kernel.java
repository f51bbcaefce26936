package io.evenhand.semantic.learning;

/**
 * How much the error that a grader made on one answer tells of its error on another, as a
 * covariance in squared shares of the maximum.
 *
 * <p>Four parts: an error that all answers to the question share; one that grows with the grader's
 * score; one of answers that mean about the same; one of answers in the same words. Sizes, noise
 * and length are the same for all questions; {@code docs/learning.md} has what they came to.
 */
final class Kernel {

    private static final double OFFSET = .005;
    private static final double SLOPE = .05;
    private static final double MEANING = .03;
    private static final double WORDS = .03;

    /** Distance of two unit vectors, 0 to 2, at which .61 of a likeness in meaning is left. */
    private static final double LENGTH = .4;

    /** Variance of people's scores around what any kernel could tell. */
    static final double NOISE = .03;

    private Kernel() {}

    static double between(Scored one, Scored other) {
        double distance = 1 - one.traits().meaningCosine(other.traits());
        return OFFSET
                + SLOPE * one.prior() * other.prior()
                + MEANING * Math.exp(-distance / (LENGTH * LENGTH))
                + WORDS * one.traits().wordCosine(other.traits());
    }
}
