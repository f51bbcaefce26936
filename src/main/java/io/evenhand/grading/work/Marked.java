package io.evenhand.grading.work;

import io.evenhand.grading.Grade;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Usage;
import io.evenhand.guard.Flag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of marking an answer. */
sealed interface Marked {

    /**
     * A grade, with all that is known of the answer.
     *
     * @param again when there is money again to ask a model, if that is why none was asked
     */
    record Graded(Grade grade, List<Flag> flags, Optional<Instant> again) implements Marked {}

    /** That there can be none. */
    record Ungraded(NoGrade why, List<Flag> flags, Optional<Instant> again) implements Marked {}

    /**
     * That nobody had time: it goes back to the queue.
     *
     * @param spent what models took before that
     */
    record LetGo(Optional<Instant> retryAt, Usage spent) implements Marked {}

    /** That something of ours broke: it goes back to the queue, but not for ever. */
    record Broken(String fault) implements Marked {}

    /** That what is there stays, and that no model needs to be asked again. */
    record Kept() implements Marked {}

    /** The same for one that waits for money. */
    default Marked again(Optional<Instant> newAgain) {
        return switch (this) {
            case Graded(var grade, var flags, var ignored) -> new Graded(grade, flags, newAgain);
            case Ungraded(var why, var flags, var ignored) -> new Ungraded(why, flags, newAgain);
            default -> this;
        };
    }

    /** What models took on the way to it, as far as they said. */
    default Usage usage() {
        return switch (this) {
            case Graded graded -> graded.grade().usage();
            case Ungraded ungraded -> ungraded.why().usage();
            case LetGo letGo -> letGo.spent();
            case Broken ignored -> Usage.NONE;
            case Kept ignored -> Usage.NONE;
        };
    }
}
