package io.evenhand.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Treats what a client left out as empty. */
final class Nulls {

    private Nulls() {}

    static <T extends @Nullable Object> List<T> none(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
