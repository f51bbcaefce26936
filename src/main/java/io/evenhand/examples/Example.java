package io.evenhand.examples;

import io.evenhand.question.QuestionDocument;
import java.util.List;

/** A question of the example bank, and answers to it. */
record Example(String id, QuestionDocument question, List<Answer> answers) {

    /** What somebody answered. */
    record Answer(String candidateRef, String answer) {}
}
