package io.evenhand.delivery.send;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** How long a receiver asks to be left alone: in seconds, or until an HTTP date. */
final class RetryAfter {

    private static final String SECONDS = "\\d{1,9}";

    private RetryAfter() {}

    static Optional<Duration> in(HttpHeaders headers, Clock clock) {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.RETRY_AFTER))
                .map(String::strip)
                .flatMap(value -> read(value, clock));
    }

    private static Optional<Duration> read(String value, Clock clock) {
        if (value.matches(SECONDS)) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), date))
                    .filter(Duration::isPositive);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
