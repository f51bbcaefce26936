package io.evenhand.grading.work;

import io.evenhand.grading.Grade;
import io.evenhand.grading.NoGrade;
import io.evenhand.guard.Flag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of marking an answer. */
sealed interface Marked {

    /** A grade, with all that is known of the answer. */
    record Graded(Grade grade, List<Flag> flags) implements Marked {}

    /** That there can be none. */
    record Ungraded(NoGrade why, List<Flag> flags) implements Marked {}

    /** That nobody had time: it goes back to the queue. */
    record LetGo(Optional<Instant> retryAt) implements Marked {}

    /** That something of ours broke: it goes back to the queue, but not for ever. */
    record Broken(String fault) implements Marked {}

    /** That what is there stays, and that no model needs to be asked again. */
    record Kept() implements Marked {}
}
