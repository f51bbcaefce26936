package io.evenhand.interviews.result;

import java.util.List;

/** How a candidate did on the questions that ask for one skill; a question may ask for several. */
public record SkillResult(String skill, Tally tally) {

    static List<SkillResult> of(List<QuestionResult> results) {
        return results.stream()
                .flatMap(result -> result.skills().stream())
                .distinct()
                .sorted()
                .map(skill -> of(skill, results))
                .toList();
    }

    private static SkillResult of(String skill, List<QuestionResult> results) {
        return new SkillResult(
                skill, Tally.of(results.stream().filter(r -> r.skills().contains(skill)).toList()));
    }
}
