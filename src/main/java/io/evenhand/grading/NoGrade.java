package io.evenhand.grading;

/** That no grade could be made, and why; never a zero in disguise. */
public record NoGrade(UngradedReason reason, Provenance grader, Usage usage) {}
