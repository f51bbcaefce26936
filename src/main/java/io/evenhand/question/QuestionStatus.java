package io.evenhand.question;

/** Where a version of a question stands on its way from a first idea to the shelf. */
public enum QuestionStatus {
    /** Being written: answers are graded by it only if they name its version. */
    DRAFT,
    /** In use. */
    PUBLISHED,
    /** No longer asked: from this version on the question is graded only by a named version. */
    RETIRED
}
