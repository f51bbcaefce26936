package io.evenhand.llm;

import io.evenhand.grading.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a judgement depends on beside the rubric: the prompt and all that it is filled with but for
 * the random mark, who is asked, and with which settings.
 *
 * @param models in failover order
 */
record Basis(Prompt prompt, List<ModelSettings> models, Assignment assignment) {

    /** In an order in which no part can be taken for another. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.add(prompt.name());
        parts.add(prompt.hash().value());
        parts.add(models.stream().map(ModelSettings::recipe).collect(Collectors.joining("\n")));
        new Sheet(assignment, new Keys(assignment.rubric()))
                .values()
                .forEach(
                        (mark, value) -> {
                            parts.add(mark);
                            parts.add(value);
                        });
        // what is cut out of feedback goes by single model answers
        parts.addAll(assignment.question().modelAnswers());
        return List.copyOf(parts);
    }
}
