package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.stream.Stream;

/** Looks for one kind of thing in an answer. */
@FunctionalInterface
interface Detector {

    /** What was found, in offsets of the answer as it was sent. */
    Stream<Flag> look(Subject subject);
}
