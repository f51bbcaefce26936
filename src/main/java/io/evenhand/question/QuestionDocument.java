package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question as a client writes it: anything may be missing or wrong until it was checked. */
public record QuestionDocument(
        @Nullable String text,
        @Nullable String kind,
        @Nullable String modelAnswer,
        @Nullable List<@Nullable String> modelAnswers,
        @Nullable BigDecimal passMark,
        @Nullable BigDecimal points,
        @Nullable RubricDocument rubric,
        @Nullable List<@Nullable OptionDocument> options,
        @Nullable Boolean partial,
        @Nullable List<@Nullable String> followUpQuestions,
        @Nullable List<@Nullable String> exactAnswers,
        @Nullable BigDecimal tolerance) {

    /**
     * The question, or empty if anything is wrong with it; what is wrong is added to the
     * violations.
     *
     * @param pointer JSON Pointer to this document within the request
     */
    public Optional<Question> read(String pointer, Violations violations) {
        return new QuestionChecks(this, pointer, violations).read();
    }
}
