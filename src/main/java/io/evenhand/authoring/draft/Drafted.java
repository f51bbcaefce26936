package io.evenhand.authoring.draft;

import io.evenhand.grading.Usage;
import io.evenhand.question.Rubric;

/** A rubric that nobody has looked at yet. */
record Drafted(Rubric rubric, Origin origin, Usage usage) {}
