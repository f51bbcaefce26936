package io.evenhand.llm;

import io.evenhand.grading.FallbackReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What kept each model from judging one answer, and what that comes to. */
final class Faults {

    private final List<CallFailed> inOrder = new ArrayList<>();

    synchronized void add(CallFailed failed) {
        inOrder.add(failed);
    }

    /**
     * What ended the attempt; {@code allAsked} unless time ran out before the last model's turn.
     */
    synchronized FallbackReason reason(boolean allAsked) {
        Optional<CallFailed> last = last();
        if (last.map(CallFailed::fault).filter(Fault.NoPermit.class::isInstance).isPresent()) {
            return FallbackReason.OVERLOADED;
        }
        if (last.map(CallFailed::fault).filter(Fault.Unpaid.class::isInstance).isPresent()) {
            return FallbackReason.BUDGET_SPENT;
        }
        if (!allAsked || last.map(CallFailed::outOfTime).orElse(false)) {
            return FallbackReason.DEADLINE;
        }
        if (inOrder.stream().allMatch(failed -> failed.fault() instanceof Fault.CircuitOpen)) {
            return FallbackReason.CIRCUIT_OPEN;
        }
        return last.map(CallFailed::fault).filter(Fault.Refused.class::isInstance).isPresent()
                ? FallbackReason.CONTENT_REFUSED
                : FallbackReason.MODELS_EXHAUSTED;
    }

    /**
     * The soonest time at which a provider wants to be asked again, if that was too late for us.
     */
    synchronized Optional<Instant> retryAt(Instant end) {
        return inOrder.stream()
                .map(CallFailed::fault)
                .flatMap(fault -> until(fault).stream())
                .filter(until -> until.isAfter(end))
                .min(Instant::compareTo);
    }

    private static Optional<Instant> until(Fault fault) {
        return switch (fault) {
            case Fault.Throttled(var until) -> until;
            case Fault.Outage(_, var until, _) -> until;
            case Fault.Unpaid(var spent) -> spent.until();
            default -> Optional.empty();
        };
    }

    private Optional<CallFailed> last() {
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.getLast());
    }
}
