package io.evenhand.question;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A criterion as a client writes it. */
public record CriterionDocument(
        @Nullable String id,
        @Nullable String description,
        @Nullable BigDecimal points,
        @Nullable List<@Nullable LevelDocument> levels,
        @Nullable Boolean partial,
        @Nullable Boolean required,
        @Nullable BigDecimal capAt) {}
