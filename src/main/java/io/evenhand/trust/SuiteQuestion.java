package io.evenhand.trust;

import java.util.List;

/**
 * A question of the suite, with plain answers to it.
 *
 * @param passMark percentage that passes
 * @param poor answers that deserve less than the pass mark
 * @param good answers that deserve more
 */
record SuiteQuestion(
        String id,
        String language,
        String text,
        String modelAnswer,
        int passMark,
        List<Criterion> criteria,
        List<String> poor,
        List<String> good) {

    /** What earns points. */
    record Criterion(String id, String description, int points) {}
}
