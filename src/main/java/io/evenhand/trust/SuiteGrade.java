package io.evenhand.trust;

import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * What the service made of one text of the suite.
 *
 * @param percentage of the maximum score; none if it could not be graded
 * @param fallbackReason empty if a model judged
 */
record SuiteGrade(
        String status,
        OptionalDouble percentage,
        List<String> reviewReasons,
        List<String> flags,
        String fallbackReason) {

    static SuiteGrade of(JsonNode grading) {
        JsonNode percentage = grading.path("percentage");
        return new SuiteGrade(
                grading.path("status").asString(""),
                percentage.isNumber()
                        ? OptionalDouble.of(percentage.asDouble())
                        : OptionalDouble.empty(),
                grading.path("reviewReasons").valueStream().map(r -> r.asString("")).toList(),
                grading.path("flags")
                        .valueStream()
                        .map(flag -> flag.path("code").asString(""))
                        .distinct()
                        .toList(),
                grading.path("grader").path("fallbackReason").asString(""));
    }

    boolean passes(int passMark) {
        return percentage.orElse(-1) >= passMark;
    }

    /** What becomes of a grade that should not have been given. */
    Fate fate() {
        if (!reviewReasons.isEmpty()) {
            return Fate.SEEN;
        }
        boolean modelComesBack =
                status.equals("PROVISIONAL") && !fallbackReason.equals("NO_MODEL_CONFIGURED");
        return modelComesBack ? Fate.GRADED_AGAIN : Fate.UNSEEN;
    }

    /** Who finds out that a grade is wrong. */
    enum Fate {
        /** It has review reasons, so that it is in the queue of the reviewers. */
        SEEN,
        /** Nobody looks at it, but a model will judge the answer when it is back. */
        GRADED_AGAIN,
        /** Nobody looks at it, and no model is configured that ever would. */
        UNSEEN
    }
}
