package io.evenhand.grading;

import io.evenhand.platform.Sha256;
import java.util.Optional;

/**
 * Where a grade came from.
 *
 * @param fallbackReason why it was not a model, where one was wanted
 * @param attempts calls to any model, repairs included
 * @param cached whether the model had judged an identical answer, and was not asked about this one
 * @param calibrated what people's reviews of other answers said of the score, if there were enough
 */
public record Provenance(
        GraderKind kind,
        Optional<String> model,
        Optional<String> prompt,
        Optional<Sha256> promptHash,
        Sha256 rubricHash,
        Optional<FallbackReason> fallbackReason,
        int attempts,
        boolean cached,
        Optional<Calibrated> calibrated) {

    /** Of a model's judgement. */
    public static Provenance ofModel(
            Judgement judgement, Sha256 rubricHash, int attempts, boolean cached) {
        return new Provenance(
                GraderKind.LLM,
                judgement.model(),
                judgement.prompt(),
                judgement.promptHash(),
                rubricHash,
                Optional.empty(),
                attempts,
                cached,
                Optional.empty());
    }

    /** Of a grader that works without a model. */
    public static Provenance withoutModel(
            GraderKind kind,
            Sha256 rubricHash,
            Optional<FallbackReason> fallbackReason,
            int attempts) {
        return new Provenance(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rubricHash,
                fallbackReason,
                attempts,
                false,
                Optional.empty());
    }

    public Provenance calibratedBy(Calibrated reviews) {
        return new Provenance(
                kind,
                model,
                prompt,
                promptHash,
                rubricHash,
                fallbackReason,
                attempts,
                cached,
                Optional.of(reviews));
    }
}
