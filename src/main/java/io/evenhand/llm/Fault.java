package io.evenhand.llm;

import io.evenhand.grading.Spent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What kept a model from giving a judgement. */
sealed interface Fault {

    /** What is wrong with one answer, as that it is too long, says nothing of the model. */
    Set<Integer> ABOUT_THE_REQUEST = Set.of(400, 413, 422);

    /** 529 is how Anthropic says that it has too much to do. */
    Set<Integer> TOO_MUCH = Set.of(503, 529);

    /** The provider wants fewer calls; says nothing about the model's health. */
    record Throttled(Optional<Instant> until) implements Fault {}

    /** The model or the provider's filter will not deal with this answer. */
    record Refused() implements Fault {}

    /** The request, the key or the model's name is not accepted; asking again would not help. */
    record Rejected(int status) implements Fault {}

    /**
     * Overloaded, out of order, unreachable or not making sense; may be over in a moment.
     *
     * @param overload whether the provider says that it is too much for it
     */
    record Outage(String cause, Optional<Instant> until, boolean overload) implements Fault {}

    /**
     * The reply did not come in time.
     *
     * @param byDeadline whether the call had less time than an attempt may take
     * @param fair whether that was not because we let it wait in line
     */
    record TimedOut(boolean byDeadline, boolean fair) implements Fault {}

    /**
     * The model's output is not what the schema asks for.
     *
     * @param problems what is wrong, in words for the model
     * @param mendable whether a repair may still be asked for
     */
    record Broken(String output, List<String> problems, boolean mendable) implements Fault {}

    /** The breaker let no call through. */
    record CircuitOpen() implements Fault {}

    /** Our own limits let no call through in time. */
    record NoPermit() implements Fault {}

    /** A budget ran out while the call waited for its turn. */
    record Unpaid(Spent spent) implements Fault {}

    /** Whether the breaker is to count it against the model. */
    default boolean isModelsOwn() {
        return switch (this) {
            case Outage _ -> true;
            case TimedOut timedOut -> timedOut.fair();
            case Broken broken -> !broken.mendable();
            case Rejected rejected -> !ABOUT_THE_REQUEST.contains(rejected.status());
            case Throttled _, Refused _, CircuitOpen _, NoPermit _, Unpaid _ -> false;
        };
    }

    /** Whether fewer calls at a time would help. */
    default boolean isOverload() {
        return switch (this) {
            case Throttled _ -> true;
            case Outage outage -> outage.overload();
            default -> false;
        };
    }

    /** A few words for logs and metrics, without any text of the answer. */
    default String label() {
        return switch (this) {
            case Throttled _ -> "throttled";
            case Refused _ -> "refused";
            case Rejected _ -> "rejected";
            case Outage _ -> "outage";
            case TimedOut _ -> "timeout";
            case Broken _ -> "broken_output";
            case CircuitOpen _ -> "circuit_open";
            case NoPermit _ -> "no_permit";
            case Unpaid _ -> "unpaid";
        };
    }

    /** What a person who looks into it wants to know, still without any text of the answer. */
    default String cause() {
        return switch (this) {
            case Rejected rejected -> "HTTP " + rejected.status();
            case Outage outage -> outage.cause();
            default -> label();
        };
    }
}
