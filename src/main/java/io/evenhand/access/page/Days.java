package io.evenhand.access.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Instants as tables show them. */
final class Days {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Days() {}

    static String of(Optional<Instant> instant, String none) {
        return instant.map(MINUTES::format).orElse(none);
    }
}
