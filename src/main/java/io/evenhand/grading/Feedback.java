package io.evenhand.grading;

import java.util.List;

/** What the candidate is told. */
public record Feedback(String summary, List<String> strengths, List<String> improvements) {

    public static final Feedback NONE = new Feedback("", List.of(), List.of());

    public Feedback {
        strengths = List.copyOf(strengths);
        improvements = List.copyOf(improvements);
    }
}
