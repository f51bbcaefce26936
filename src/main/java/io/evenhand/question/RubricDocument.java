package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rubric as a client writes it. */
public record RubricDocument(@Nullable List<@Nullable CriterionDocument> criteria) {

    /**
     * The rubric, or empty if anything is wrong with it; what is wrong is added to the violations.
     *
     * @param pointer JSON Pointer to this document within the request
     */
    public Optional<Rubric> read(String pointer, Violations violations) {
        return new RubricChecks(this, pointer, violations).read();
    }

    public static RubricDocument of(Rubric rubric) {
        return new RubricDocument(
                List.copyOf(rubric.criteria().stream().map(CriterionDocument::of).toList()));
    }
}
