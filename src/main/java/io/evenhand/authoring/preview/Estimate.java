package io.evenhand.authoring.preview;

import io.evenhand.grading.Cost;
import java.util.Optional;

/**
 * What a preview would take, before anything is graded.
 *
 * @param inputTokens expected of models; 0 where nothing is known of this question
 * @param cost by today's prices; empty without prices, or where nothing is known of this question
 * @param basedOn how many grades by a model that rests on
 */
public record Estimate(
        Sample sample, long inputTokens, long outputTokens, Optional<Cost> cost, int basedOn) {}
