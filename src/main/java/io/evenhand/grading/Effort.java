package io.evenhand.grading;

/**
 * What an outcome took.
 *
 * @param attempts calls to any model, repairs included
 * @param repairs calls that asked a model to mend its output
 * @param usage what those calls reported
 */
public record Effort(int attempts, int repairs, Usage usage) {

    public static final Effort NONE = new Effort(0, 0, Usage.NONE);

    /**
     * What it takes to use the same judgement once more: nothing. The repairs stay, since they say
     * something of the judgement.
     */
    public Effort again() {
        return new Effort(0, repairs, usage.none());
    }

    public Effort plus(Effort other) {
        return new Effort(
                attempts + other.attempts, repairs + other.repairs, usage.plus(other.usage));
    }
}
