package io.evenhand.batch.upload;

import io.evenhand.grading.web.GradingRequest;
import io.evenhand.question.QuestionDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A line as a client writes it: the body of a request to grade, and the client's name for it. */
public record LineDocument(
        @Nullable String customId,
        @Nullable QuestionDocument question,
        @Nullable String questionId,
        @Nullable Integer questionVersion,
        @Nullable String answer,
        @Nullable String candidateRef,
        @Nullable String language,
        @Nullable String feedbackLanguage,
        @Nullable List<@Nullable String> redact,
        @Nullable JsonNode metadata) {

    /** The request, about the given question if it names none. */
    GradingRequest request(UploadOptions options) {
        boolean named = question != null || questionId != null;
        return new GradingRequest(
                question,
                named ? questionId : options.questionId().orElse(null),
                named || questionVersion != null
                        ? questionVersion
                        : options.questionVersion().orElse(null),
                answer,
                candidateRef,
                language,
                feedbackLanguage,
                redact,
                metadata);
    }
}
