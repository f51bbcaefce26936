package io.evenhand.grading.review;

import io.evenhand.grading.Grade;
import io.evenhand.grading.GradingId;
import io.evenhand.guard.Flag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A grade that is about to be stored, and what a policy may ask of it.
 *
 * @param passMark in percent, if the question has one
 */
public record Proposal(
        GradingId id, Grade grade, List<Flag> flags, Optional<BigDecimal> passMark) {}
