package io.evenhand.grading.unseen;

import io.evenhand.grading.GradingId;

/** Which answers people judge without the machine's word. */
public interface BlindSample {

    /** By the id alone, so that everybody who asks hears the same. */
    boolean has(GradingId id);
}
