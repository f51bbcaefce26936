package io.evenhand.llm;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When a provider wants to be called again: {@code retry-after-ms}, or seconds, or an HTTP date.
 */
final class RetryAfter {

    /** A provider that asks for more is not believed to mean it. */
    private static final double LONGEST_MILLIS = Duration.ofDays(1).toMillis();

    private RetryAfter() {}

    static Optional<Instant> in(HttpHeaders headers, Clock clock) {
        return headers.firstValue("retry-after-ms")
                .flatMap(millis -> later(millis, 1, clock))
                .or(
                        () ->
                                headers.firstValue("retry-after")
                                        .flatMap(
                                                value ->
                                                        later(value, 1000, clock)
                                                                .or(() -> date(value))));
    }

    private static Optional<Instant> later(String number, int millisEach, Clock clock) {
        try {
            double millis = Double.parseDouble(number.strip()) * millisEach;
            if (Double.isNaN(millis)) {
                return Optional.empty();
            }
            long capped = (long) Math.ceil(Math.clamp(millis, 0, LONGEST_MILLIS));
            return Optional.of(clock.instant().plusMillis(capped));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
