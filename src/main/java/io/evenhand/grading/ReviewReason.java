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
    APPEALED
}
