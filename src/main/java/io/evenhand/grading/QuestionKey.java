package io.evenhand.grading;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;

/**
 * Tells which answers are answers to the same question: by its id in the bank, whatever the
 * version; of one that a request brought along, by its text and rubric.
 */
public final class QuestionKey {

    private QuestionKey() {}

    public static Sha256 ofBank(String questionId) {
        return Sha256.of("bank\0" + questionId);
    }

    public static Sha256 of(Submission submission, StorageJson json) {
        return submission
                .question()
                .ref()
                .map(ref -> ofBank(ref.id()))
                .orElseGet(
                        () ->
                                Sha256.of(
                                        "inline\0"
                                                + json.write(submission.question().text())
                                                + "\0"
                                                + json.write(submission.rubric())));
    }
}
