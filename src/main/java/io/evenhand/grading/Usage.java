package io.evenhand.grading;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tokens that providers reported, and what they cost.
 *
 * @param cost empty where no prices are set
 */
public record Usage(long inputTokens, long outputTokens, Optional<Cost> cost) {

    public static final Usage NONE = new Usage(0, 0, Optional.empty());

    /** Nothing, in the same currency if there are prices. */
    Usage none() {
        return new Usage(0, 0, cost.map(Cost::none));
    }

    /** Whether providers reported nothing. */
    public boolean isNone() {
        return inputTokens == 0 && outputTokens == 0 && cost.isEmpty();
    }

    public Usage plus(Usage other) {
        Optional<Cost> sum =
                Stream.of(cost, other.cost).flatMap(Optional::stream).reduce(Cost::plus);
        return new Usage(inputTokens + other.inputTokens, outputTokens + other.outputTokens, sum);
    }
}
