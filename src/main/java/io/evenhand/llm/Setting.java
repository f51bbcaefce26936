package io.evenhand.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses settings that cannot work, in a sentence that says how to mend them. */
final class Setting {

    private Setting() {}

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    static <T> T present(@Nullable T value, String sentence) {
        if (value == null) {
            throw new IllegalArgumentException(sentence);
        }
        return value;
    }

    static void positive(Duration value, String name) {
        require(value.isPositive(), name + " must be longer than 0, as in 10s: set it so");
    }

    static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
