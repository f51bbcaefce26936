package io.evenhand.grading.work;

import java.util.function.Supplier;

/**
 * Runs work on hostile input so that even an error of the virtual machine, such as a stack that
 * overflows, ends that work alone: Reactor lets such errors escape, and whoever waits would wait
 * for ever.
 */
final class Contained {

    private Contained() {}

    static <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError | LinkageError e) {
            throw new IllegalStateException(e.getClass().getName(), e);
        }
    }
}
