package io.evenhand.question.web;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violation;
import io.evenhand.question.EntryQuery;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionLevel;
import io.evenhand.question.QuestionStatus;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads which questions are wanted, or refuses with every parameter that is wrong. */
final class QuestionParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final int MOST_WORDS = 10;

    private final MultiValueMap<String, String> given;
    private final List<Violation> violations = new ArrayList<>();

    private QuestionParameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    static EntryQuery read(TenantId tenant, MultiValueMap<String, String> given) {
        QuestionParameters parameters = new QuestionParameters(given);
        EntryQuery query =
                new EntryQuery(
                        tenant,
                        parameters.anyOf("status", QuestionStatus.class),
                        parameters.anyOf("level", QuestionLevel.class),
                        parameters.anyOf("kind", QuestionKind.class),
                        parameters.text("skill"),
                        parameters.text("category"),
                        parameters.text("language"),
                        parameters.words(),
                        parameters.cursor(),
                        parameters.limit());
        parameters.refuseIfAny();
        return query;
    }

    /** The status of imported questions that name none. */
    static QuestionStatus status(@Nullable String name, QuestionStatus otherwise) {
        return Optional.ofNullable(name)
                .map(
                        given ->
                                constant(given, QuestionStatus.class)
                                        .orElseThrow(
                                                () ->
                                                        refusal(
                                                                List.of(
                                                                        none(
                                                                                "status",
                                                                                QuestionStatus
                                                                                        .class)))))
                .orElse(otherwise);
    }

    static int version(String text) {
        if (!text.matches("0*[1-9]\\d{0,8}")) {
            throw refusal(List.of(Violation.of("version", "is no number from 1 up")));
        }
        return Integer.parseInt(text);
    }

    static String cursor(String lastId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(lastId.getBytes(StandardCharsets.UTF_8));
    }

    static Refusal refusal(List<Violation> violations) {
        return new Refusal(
                ProblemCode.INVALID_PARAMETER,
                "See errors for each parameter to mend.",
                violations);
    }

    private Optional<String> text(String name) {
        Optional<String> text =
                Optional.ofNullable(given.getFirst(name)).filter(value -> !value.isEmpty());
        if (text.filter(value -> value.chars().anyMatch(Character::isISOControl)).isPresent()) {
            violations.add(Violation.of(name, "has a control character"));
            return Optional.empty();
        }
        return text;
    }

    private <T extends Enum<T>> Set<T> anyOf(String name, Class<T> type) {
        Set<T> found = EnumSet.noneOf(type);
        List<@Nullable String> lines = List.copyOf(given.getOrDefault(name, List.of()));
        for (String line : lines) {
            for (String part : String.valueOf(line).split(",")) {
                Optional<T> constant = constant(part.strip(), type);
                constant.ifPresentOrElse(found::add, () -> violations.add(none(name, type)));
            }
        }
        return found;
    }

    private List<String> words() {
        List<String> words =
                text("q").stream()
                        .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        if (words.size() > MOST_WORDS) {
            violations.add(Violation.of("q", "has more than " + MOST_WORDS + " words"));
        }
        return words;
    }

    private Optional<String> cursor() {
        try {
            return text("cursor")
                    .map(
                            value ->
                                    new String(
                                            Base64.getUrlDecoder().decode(value),
                                            StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            violations.add(Violation.of("cursor", "is none that this service gave out"));
            return Optional.empty();
        }
    }

    private int limit() {
        Optional<String> limit = text("limit");
        if (limit.isPresent() && !limit.get().matches("0*[1-9]\\d*")) {
            violations.add(Violation.of("limit", "is no number from 1 up"));
            return DEFAULT_LIMIT;
        }
        return limit.map(BigInteger::new)
                .map(number -> number.min(BigInteger.valueOf(MOST)).intValue())
                .orElse(DEFAULT_LIMIT);
    }

    private void refuseIfAny() {
        if (!violations.isEmpty()) {
            throw refusal(violations);
        }
    }

    private static <T extends Enum<T>> Optional<T> constant(String name, Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    private static <T extends Enum<T>> Violation none(String name, Class<T> type) {
        return Violation.of(name, "is none of " + Arrays.toString(type.getEnumConstants()));
    }
}
