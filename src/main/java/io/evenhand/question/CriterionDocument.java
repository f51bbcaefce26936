package io.evenhand.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A criterion as a client writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CriterionDocument(
        @Nullable String id,
        @Nullable String description,
        @Nullable BigDecimal points,
        @Nullable List<@Nullable LevelDocument> levels,
        @Nullable Boolean partial,
        @Nullable Boolean required,
        @Nullable BigDecimal capAt) {

    static CriterionDocument of(Criterion criterion) {
        return new CriterionDocument(
                criterion.id(),
                criterion.description(),
                criterion.points().plain(),
                criterion.hasLevels()
                        ? List.copyOf(criterion.levels().stream().map(LevelDocument::of).toList())
                        : null,
                criterion.partial() ? true : null,
                criterion.capAt().isPresent() ? true : null,
                criterion.capAt().map(Points::plain).orElse(null));
    }
}
