package io.evenhand.guard;

import java.util.List;

/**
 * Looks for what a reviewer should know of an answer; takes milliseconds of its caller's thread.
 */
@FunctionalInterface
public interface Inspector {

    /** Never fails: a detector that breaks says nothing. */
    List<Flag> inspect(Inspection inspection);
}
