package io.evenhand.grading.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * What a client prefers (RFC 7240). A preference that is not understood is left alone, as the RFC
 * asks.
 *
 * @param asynchronous {@code respond-async}
 * @param patience {@code wait=N}, at most 60 seconds
 */
record Preference(boolean asynchronous, Optional<Duration> patience) {

    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,9})\"?");
    private static final long MOST_SECONDS = 60;

    static Preference of(HttpHeaders headers) {
        List<String> preferences =
                headers.getOrEmpty("Prefer").stream()
                        .flatMap(line -> Stream.of(line.split("[,;]")))
                        .map(part -> part.strip().toLowerCase(Locale.ROOT))
                        .toList();
        Optional<Duration> patience =
                preferences.stream()
                        .map(WAIT::matcher)
                        .filter(Matcher::matches)
                        .map(match -> Long.parseLong(match.group(1)))
                        .map(seconds -> Duration.ofSeconds(Math.min(MOST_SECONDS, seconds)))
                        .findFirst();
        return new Preference(preferences.contains("respond-async"), patience);
    }
}
