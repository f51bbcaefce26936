package io.evenhand.trust;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** As {@code POST /v1/gradings} wants it. */
    Map<String, Object> document() {
        return Map.of(
                "text",
                text,
                "modelAnswer",
                modelAnswer,
                "passMark",
                passMark,
                "rubric",
                Map.of("criteria", criteria));
    }

    Stream<PlainAnswer> plain() {
        return Stream.concat(
                poor.stream().map(text -> new PlainAnswer(this, Attack.Quality.POOR, text)),
                good.stream().map(text -> new PlainAnswer(this, Attack.Quality.GOOD, text)));
    }

    /** What earns points. */
    record Criterion(String id, String description, int points) {}
}
