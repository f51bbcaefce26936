package io.evenhand.authoring.web;

import io.evenhand.question.QuestionDocument;
import org.jspecify.annotations.Nullable;

/**
 * A rubric to be looked at, with its question.
 *
 * @param language BCP 47 tag of both
 */
record LintRequest(@Nullable QuestionDocument question, @Nullable String language) {}
