package io.evenhand.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rubric as a client writes it. */
public record RubricDocument(@Nullable List<@Nullable CriterionDocument> criteria) {

    static RubricDocument of(Rubric rubric) {
        return new RubricDocument(
                List.copyOf(rubric.criteria().stream().map(CriterionDocument::of).toList()));
    }
}
