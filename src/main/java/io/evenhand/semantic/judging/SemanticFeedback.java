package io.evenhand.semantic.judging;

import io.evenhand.grading.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be told to a candidate without a model: their own words that seem to fit, and how much
 * seems to be missing. It knows neither criteria nor model answers, so that it cannot give them
 * away.
 */
final class SemanticFeedback {

    private static final int MOST_STRENGTHS = 3;

    private SemanticFeedback() {}

    static Feedback on(List<Optional<Finding>> findings, boolean whole, Words words) {
        List<Finding> judged = findings.stream().flatMap(Optional::stream).toList();
        long nothing = judged.stream().filter(finding -> !Claims.isQuoted(finding)).count();
        long partly = judged.stream().filter(Claims::isQuoted).filter(Claims::isPartly).count();
        return new Feedback(
                summary(judged.size() - nothing, judged.size(), whole, words),
                strengths(judged, words),
                improvements(nothing, partly, judged.size(), words));
    }

    private static String summary(long found, int all, boolean whole, Words words) {
        String summary =
                found == all && found > 0
                        ? words.say("summary.all", found)
                        : words.say("summary.some", found, all);
        return whole ? summary : summary + " " + words.say("summary.cut");
    }

    private static List<String> strengths(List<Finding> judged, Words words) {
        return judged.stream()
                .filter(Claims::isQuoted)
                .flatMap(finding -> finding.passages().stream().limit(1))
                .distinct()
                .limit(MOST_STRENGTHS)
                .map(passage -> words.say("strength", passage))
                .toList();
    }

    private static List<String> improvements(long nothing, long partly, int all, Words words) {
        List<String> improvements = new ArrayList<>();
        if (nothing > 0) {
            improvements.add(words.say("improvement.nothing", nothing, all));
        }
        if (partly > 0) {
            improvements.add(words.say("improvement.partly", partly, all));
        }
        return improvements;
    }
}
