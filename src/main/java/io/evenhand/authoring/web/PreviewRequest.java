package io.evenhand.authoring.web;

import io.evenhand.question.RubricDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be tried on the stored answers.
 *
 * @param version of the question; with neither a version nor a rubric it is the one in force, by
 *     the prompt of today
 * @param rubric that is in no version yet
 * @param sample how many answers, or {@code "all"}; 20 if left out
 * @param seed that picks them; the same one picks the same
 */
record PreviewRequest(
        @Nullable Integer version,
        @Nullable RubricDocument rubric,
        @Schema(
                        types = {"integer", "string"},
                        description = "A number from 1, or \"all\"; 20 if left out")
                @Nullable JsonNode sample,
        @Nullable Long seed) {}
