package io.evenhand.grading;

/** Why a person should look at a grade. */
public enum ReviewReason {
    LOW_CONFIDENCE,
    FLAGGED,
    UNVERIFIED_EVIDENCE,
    ABSTAINED,
    BORDERLINE,
    SAMPLED,
    GRADERS_DISAGREE,
    SECOND_READING,
    APPEALED,
    READERS_DISAGREE;

    /**
     * Whether people ask for the look, and not what the grade is; once one has looked, it is over.
     */
    public boolean isAsked() {
        return this == SECOND_READING || this == APPEALED || this == READERS_DISAGREE;
    }
}
