package io.evenhand.grading.work;

import io.evenhand.grading.Grade;
import io.evenhand.grading.NoGrade;
import io.evenhand.guard.Flag;
import java.util.List;

/** What an answer would get; nobody has been told, and nothing was stored. */
public sealed interface DryRun {

    /** A grade, with the reasons for a person to look at it. */
    record Graded(Grade grade, List<Flag> flags) implements DryRun {}

    /** That there could be none. */
    record Ungraded(NoGrade why) implements DryRun {}

    /** That nobody had time for it. */
    record NotNow() implements DryRun {}
}
