package io.evenhand.question;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A level as a client writes it. */
public record LevelDocument(@Nullable String label, @Nullable BigDecimal points) {

    static LevelDocument of(Level level) {
        return new LevelDocument(level.label(), level.points().plain());
    }
}
