package io.evenhand.authoring.preview;

import io.evenhand.question.Rubric;
import java.util.Optional;

/**
 * What is to be tried.
 *
 * @param version of the question; with neither a version nor a rubric it is the one in force, by
 *     the prompt of today
 * @param rubric that is in no version
 * @param size how many answers; empty for all
 * @param seed that picks them; empty for any
 */
public record PreviewOrder(
        Optional<Integer> version,
        Optional<Rubric> rubric,
        Optional<Integer> size,
        Optional<Long> seed) {}
