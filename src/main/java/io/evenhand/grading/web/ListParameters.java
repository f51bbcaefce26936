package io.evenhand.grading.web;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.GradingStatus;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the filters of a list, or refuses with every one that is wrong. */
final class ListParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    private final MultiValueMap<String, String> given;
    private final List<Violation> violations = new ArrayList<>();

    private ListParameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    static GradingQuery read(TenantId tenant, MultiValueMap<String, String> given) {
        ListParameters parameters = new ListParameters(given);
        GradingQuery query =
                new GradingQuery(
                        tenant,
                        parameters.statuses(),
                        parameters.text("questionId"),
                        parameters.text("batchId"),
                        parameters.text("candidateRef"),
                        parameters.time("createdAfter"),
                        parameters.time("createdBefore"),
                        parameters.cursor(),
                        parameters.limit());
        if (!parameters.violations.isEmpty()) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for each parameter to mend.",
                    parameters.violations);
        }
        return query;
    }

    static String cursor(GradingId last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.value().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> text(String name) {
        Optional<String> text =
                Optional.ofNullable(given.getFirst(name)).filter(value -> !value.isEmpty());
        if (text.filter(value -> value.chars().anyMatch(Character::isISOControl)).isPresent()) {
            wrong(name, "has a control character");
            return Optional.empty();
        }
        return text;
    }

    private Set<GradingStatus> statuses() {
        Set<GradingStatus> statuses = EnumSet.noneOf(GradingStatus.class);
        List<@Nullable String> lines = List.copyOf(given.getOrDefault("status", List.of()));
        lines.stream()
                .flatMap(line -> Arrays.stream(String.valueOf(line).split(",")))
                .forEach(name -> status(name).ifPresent(statuses::add));
        return statuses;
    }

    private Optional<GradingStatus> status(String name) {
        Optional<GradingStatus> status =
                Arrays.stream(GradingStatus.values())
                        .filter(known -> known.name().equals(name.strip()))
                        .findFirst();
        if (status.isEmpty()) {
            wrong("status", "is none of " + Arrays.toString(GradingStatus.values()));
        }
        return status;
    }

    private Optional<Instant> time(String name) {
        try {
            Optional<Instant> time =
                    text(name).map(value -> OffsetDateTime.parse(value).toInstant());
            if (time.filter(ListParameters::isOutOfRange).isPresent()) {
                wrong(name, "is not within the years 1 to 9999");
                return Optional.empty();
            }
            return time;
        } catch (DateTimeParseException e) {
            wrong(name, "is no RFC 3339 time, such as 2026-05-01T08:00:00Z");
            return Optional.empty();
        }
    }

    /** No client means such a time, and not every database can compare with it. */
    private static boolean isOutOfRange(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year < 1 || year > 9999;
    }

    private Optional<GradingId> cursor() {
        try {
            Optional<GradingId> id =
                    text("cursor")
                            .map(
                                    value ->
                                            new String(
                                                    Base64.getUrlDecoder().decode(value),
                                                    StandardCharsets.UTF_8))
                            .map(GradingId::new);
            if (id.filter(value -> !value.isWellFormed()).isPresent()) {
                wrong("cursor", "is none that this service gave out");
            }
            return id;
        } catch (IllegalArgumentException e) {
            wrong("cursor", "is none that this service gave out");
            return Optional.empty();
        }
    }

    private int limit() {
        Optional<String> limit = text("limit");
        if (limit.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        if (!limit.get().matches("0*[1-9]\\d*")) {
            wrong("limit", "is no number from 1 up");
            return DEFAULT_LIMIT;
        }
        return new BigInteger(limit.get()).min(BigInteger.valueOf(MOST)).intValue();
    }

    private void wrong(String parameter, String message) {
        violations.add(Violation.of(parameter, message));
    }
}
