package io.evenhand.authoring.preview;

import io.evenhand.question.Question;

/**
 * What answers are graded by in a preview.
 *
 * @param question as a version has it, or with a rubric that came with the request
 * @param inline whether the rubric is in no version
 */
public record Target(Question question, boolean inline, Sample sample) {}
