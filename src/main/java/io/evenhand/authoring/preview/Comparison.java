package io.evenhand.authoring.preview;

import io.evenhand.grading.Usage;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An answer's grade beside the one that it would have; no text of either.
 *
 * @param before empty if there is no grade any more
 * @param after empty if there is none to compare
 * @param reviewed whether a person gave the grade before, which stays
 * @param version of the grading when it was looked at
 * @param trouble why there is nothing to compare
 */
public record Comparison(
        Optional<Mark> before,
        Optional<Mark> after,
        boolean reviewed,
        long version,
        Optional<Trouble> trouble,
        Usage usage) {

    static Comparison failed(Optional<Mark> before, long version, Trouble why, Usage usage) {
        return new Comparison(before, Optional.empty(), false, version, Optional.of(why), usage);
    }

    /** Of an answer that is not there any more. */
    public static Comparison gone() {
        return failed(Optional.empty(), 0, Trouble.GONE, Usage.NONE);
    }

    /** Of an answer whose grade whoever looks is not to know. */
    static Comparison withheld() {
        return failed(Optional.empty(), 0, Trouble.WITHHELD, Usage.NONE);
    }

    /** In percentage points; empty where there is nothing to compare. */
    public Optional<BigDecimal> change() {
        return before.flatMap(old -> after.map(now -> now.percentage().subtract(old.percentage())));
    }

    public boolean moved() {
        return change().filter(change -> change.signum() != 0).isPresent();
    }

    /** Which way it goes across the pass mark; empty where it stays on its side of it. */
    public Optional<Crossing> crosses() {
        Optional<Boolean> passed = before.flatMap(Mark::passed);
        Optional<Boolean> passes = after.flatMap(Mark::passed);
        return passed.isEmpty() || passes.isEmpty() || passed.equals(passes)
                ? Optional.empty()
                : Optional.of(passes.get() ? Crossing.UP : Crossing.DOWN);
    }

    /** A way across the pass mark. */
    public enum Crossing {
        UP,
        DOWN
    }

    /** Why there is nothing to compare. */
    public enum Trouble {
        /** A model gave the grade, and none could be had for the preview. */
        MODEL_UNAVAILABLE,
        /** The answer gets no grade by this rubric. */
        UNGRADED,
        /** Nobody had time for it. */
        OVERLOADED,
        /** The grading is gone, or has no grade any more. */
        GONE,
        /** Whoever looks is still to judge it unseen. */
        WITHHELD,
        /** Something broke on our side. */
        BROKEN
    }
}
