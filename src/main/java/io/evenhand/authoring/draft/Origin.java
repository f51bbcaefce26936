package io.evenhand.authoring.draft;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.platform.Sha256;
import java.util.Optional;

/**
 * Where a drafted rubric came from.
 *
 * @param kind a model, or the rule that takes the model answer's sentences
 * @param prompt name and version of the prompt; empty without a model
 * @param fallbackReason why it was not a model
 * @param attempts calls to any model, repairs included
 */
public record Origin(
        GraderKind kind,
        Optional<String> model,
        Optional<String> prompt,
        Optional<Sha256> promptHash,
        Optional<FallbackReason> fallbackReason,
        int attempts) {

    static Origin byRule(FallbackReason reason, int attempts) {
        return new Origin(
                GraderKind.RULE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason),
                attempts);
    }
}
