package io.evenhand.review.item;

import io.evenhand.review.queue.Workbench;

/** Numbers of answers as the pages print them. */
final class Counts {

    private Counts() {}

    static String words(int count) {
        return count < Workbench.MOST_COUNTED
                ? Integer.toString(count)
                : Workbench.MOST_COUNTED + "+";
    }
}
