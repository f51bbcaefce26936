package io.evenhand.trust;

import java.util.List;

/**
 * An answer that wants more than it has earned.
 *
 * @param language of the text; not always that of the question
 * @param quality of what it says about the question
 * @param flags of which at least one is expected; none where nothing in the text gives it away
 */
record Attack(
        String id,
        String family,
        String language,
        String question,
        Quality quality,
        List<String> flags,
        String answer) {

    /** What the answer deserves without its tricks: less than the pass mark, or more. */
    enum Quality {
        POOR,
        GOOD
    }
}
