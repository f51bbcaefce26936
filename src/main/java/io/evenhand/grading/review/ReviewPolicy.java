package io.evenhand.grading.review;

import io.evenhand.grading.ReviewReason;
import java.util.Optional;
import java.util.function.Function;

/** Sends a grade to a person when its reason holds. */
@FunctionalInterface
public interface ReviewPolicy extends Function<Proposal, Optional<ReviewReason>> {}
