package io.evenhand.batch.web;

import io.evenhand.batch.BatchLine;
import io.evenhand.grading.web.GradingView;
import java.util.Optional;

/**
 * A line and the grading that it became.
 *
 * @param grading empty if the line was rejected, or its grading is erased
 */
record Result(BatchLine line, Optional<GradingView> grading) {}
