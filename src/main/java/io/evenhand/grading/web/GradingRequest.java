package io.evenhand.grading.web;

import io.evenhand.question.QuestionDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request to grade as a client writes it: anything may be missing or wrong until checked. */
public record GradingRequest(
        @Nullable QuestionDocument question,
        @Nullable String questionId,
        @Nullable Integer questionVersion,
        @Nullable String answer,
        @Nullable String candidateRef,
        @Nullable String language,
        @Nullable String feedbackLanguage,
        @Nullable List<@Nullable String> redact,
        @Nullable JsonNode metadata) {}
