package io.evenhand.grading;

import io.evenhand.question.Points;

/** The lowest and highest score that is to be reckoned with. */
public record ScoreRange(Points min, Points max) {}
