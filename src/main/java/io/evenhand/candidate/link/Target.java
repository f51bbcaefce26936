package io.evenhand.candidate.link;

import io.evenhand.grading.GradingId;

/** What a link shows. */
public sealed interface Target {

    /** The id of what it is about, for the audit. */
    String subject();

    /** One answer. */
    record OneGrading(GradingId grading) implements Target {

        @Override
        public String subject() {
            return grading.value();
        }
    }

    /** All that a candidate answered of an interview. */
    record WholeInterview(String interview, String candidate) implements Target {

        @Override
        public String subject() {
            return interview;
        }

        @Override
        public String toString() {
            return "interview " + interview;
        }
    }
}
