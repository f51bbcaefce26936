package io.evenhand.question;

/** What sort of answer a question asks for, and so what its model answer is good for. */
public enum QuestionKind {
    TECHNICAL,
    BEHAVIOURAL,
    SITUATIONAL,
    PROBLEM_SOLVING,
    MULTIPLE_CHOICE;

    /** Whether the model answer is one true story among many, rather than the truth. */
    public boolean modelAnswerIsOneExample() {
        return this == BEHAVIOURAL || this == SITUATIONAL;
    }
}
