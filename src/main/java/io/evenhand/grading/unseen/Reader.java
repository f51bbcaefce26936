package io.evenhand.grading.unseen;

import io.evenhand.access.Caller;
import io.evenhand.access.Right;

/**
 * Whoever looks at a grading, and may have to judge it unseen.
 *
 * @param name as a review names them; empty if they judge nothing
 */
public record Reader(String name) {

    /** Somebody who judges nothing, and from whom nothing is kept. */
    public static final Reader NONE = new Reader("");

    /** At a page: whoever may decide is a reader there, by whatever they came in. */
    public static Reader atPages(Caller caller) {
        return caller.may(Right.DECIDE) ? new Reader(caller.name()) : NONE;
    }

    /** Through the API: a program that hands answers in is told what came of them. */
    public static Reader ofApi(Caller caller) {
        return caller.isPerson() || !caller.may(Right.SUBMIT) ? atPages(caller) : NONE;
    }

    boolean judges() {
        return !name.isEmpty();
    }
}
