package io.evenhand.grading.web;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.audit.Fault;
import io.evenhand.grading.audit.Verification;
import org.jspecify.annotations.Nullable;

/** What a look at the audit found, as clients read it. */
record VerificationView(
        boolean whole,
        int gradings,
        int entries,
        int seals,
        int unsealedEntries,
        int faults,
        @Nullable FaultView firstFault,
        @Nullable SealView latestSeal) {

    static VerificationView of(Verification found) {
        return new VerificationView(
                found.isWhole(),
                found.gradings(),
                found.entries(),
                found.seals(),
                found.unsealed(),
                found.faults(),
                found.first().map(FaultView::of).orElse(null),
                found.latest().map(SealView::of).orElse(null));
    }

    /** The first thing that is not as it was written. */
    record FaultView(
            Fault.Kind kind,
            @Nullable String gradingId,
            @Nullable Integer entry,
            @Nullable Integer seal) {

        static FaultView of(Fault fault) {
            return new FaultView(
                    fault.kind(),
                    fault.grading().map(GradingId::value).orElse(null),
                    fault.entry().orElse(null),
                    fault.seal().orElse(null));
        }
    }
}
