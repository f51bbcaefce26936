package io.evenhand.grading.web;

import io.evenhand.platform.Violations;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks what a request brings beside its question. */
final class RequestChecks {

    private static final int LONGEST_REF = 200;
    private static final int LONGEST_REDACTION = 200;
    private static final int LONGEST_METADATA = 10_000;
    private static final int MOST_REDACTIONS = 100;

    private final GradingRequest request;
    private final Violations violations;

    RequestChecks(GradingRequest request, Violations violations) {
        this.request = request;
        this.violations = violations;
    }

    String answer() {
        violations.require(
                request.answer() != null,
                "/answer",
                "is missing; an empty answer is an empty string");
        return request.answer() == null ? "" : request.answer();
    }

    Optional<String> candidateRef() {
        Optional<String> ref = Optional.ofNullable(request.candidateRef());
        ref.ifPresent(
                value ->
                        violations.require(
                                !value.isBlank()
                                        && value.length() <= LONGEST_REF
                                        && value.chars().noneMatch(Character::isISOControl),
                                "/candidateRef",
                                "has 1 to "
                                        + LONGEST_REF
                                        + " characters, not only blanks, none of them a control"
                                        + " character"));
        return ref;
    }

    Optional<String> language(String pointer, @Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            violations.require(
                    !locale.getLanguage().isEmpty(), pointer, "is no BCP 47 language tag");
            return Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            violations.add(pointer, "is no BCP 47 language tag, such as en or de-AT");
            return Optional.empty();
        }
    }

    List<String> redact() {
        List<@Nullable String> given = request.redact() == null ? List.of() : request.redact();
        if (!violations.require(
                given.size() <= MOST_REDACTIONS,
                "/redact",
                "holds more than " + MOST_REDACTIONS + " strings")) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (word == null || word.isBlank() || word.length() > LONGEST_REDACTION) {
                violations.add(
                        "/redact/" + i,
                        "is blank or longer than " + LONGEST_REDACTION + " characters");
            } else {
                words.add(word);
            }
        }
        return words;
    }

    void metadata() {
        JsonNode metadata = request.metadata();
        if (metadata != null && !metadata.isNull()) {
            violations.require(metadata.isObject(), "/metadata", "is not a JSON object");
            violations.require(
                    metadata.toString().length() <= LONGEST_METADATA,
                    "/metadata",
                    "is longer than " + LONGEST_METADATA + " characters as JSON");
        }
    }
}
