package io.evenhand.batch.upload;

import io.evenhand.batch.BatchLine;
import io.evenhand.grading.Grading;
import java.util.Optional;

/** A line after all checks, with the grading that it is to become if it passed them. */
record CheckedLine(BatchLine line, Optional<Grading> grading) {}
