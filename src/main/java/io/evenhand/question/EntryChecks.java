package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a question of the bank from its document and says all that is wrong with it. */
final class EntryChecks {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    /** Addresses of the bank that are no questions. */
    private static final Set<String> RESERVED = Set.of("import", "export");

    private static final int MOST_MINUTES = 1_000;

    private final EntryDocument document;
    private final QuestionStatus otherwise;
    private final Violations violations;

    EntryChecks(EntryDocument document, QuestionStatus otherwise, Violations violations) {
        this.document = document;
        this.otherwise = otherwise;
        this.violations = violations;
    }

    Optional<Entry> read() {
        int before = violations.count();
        String id = id();
        QuestionStatus status =
                constant(document.status(), QuestionStatus.class, "/status").orElse(otherwise);
        Profile profile = profile();
        Optional<Question> question = document.question().read("", violations);
        return violations.count() > before
                ? Optional.empty()
                : question.map(known -> new Entry(id, status, known, profile));
    }

    private String id() {
        String id = document.id();
        if (id == null) {
            violations.add("/id", "is missing");
            return "";
        }
        violations.require(
                SLUG.matcher(id).matches(),
                "/id",
                "is no slug: 1 to 100 of a-z, 0-9, dot, dash and underscore, the first a letter or"
                        + " digit");
        violations.require(
                !RESERVED.contains(id), "/id", "is an address of the bank itself: choose another");
        return id;
    }

    private Profile profile() {
        return new Profile(
                constant(document.level(), QuestionLevel.class, "/level"),
                document.category() == null
                        ? Optional.empty()
                        : Limits.name(document.category(), "/category", violations),
                Limits.names(document.skills(), "/skills", violations),
                language(),
                Limits.names(document.tags(), "/tags", violations),
                timeMinutes());
    }

    private Optional<String> language() {
        String tag = document.language();
        if (tag == null) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            violations.require(
                    !locale.getLanguage().isEmpty(), "/language", "is no BCP 47 language tag");
            return Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            violations.add("/language", "is no BCP 47 language tag, such as en or de-AT");
            return Optional.empty();
        }
    }

    private Optional<Integer> timeMinutes() {
        return Optional.ofNullable(document.timeMinutes())
                .filter(
                        minutes ->
                                violations.require(
                                        minutes >= 1 && minutes <= MOST_MINUTES,
                                        "/timeMinutes",
                                        "is a number of minutes: 1 to " + MOST_MINUTES));
    }

    private <T extends Enum<T>> Optional<T> constant(
            @Nullable String name, Class<T> type, String at) {
        if (name == null) {
            return Optional.empty();
        }
        Optional<T> known =
                Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findFirst();
        violations.require(
                known.isPresent(), at, "is none of " + Arrays.toString(type.getEnumConstants()));
        return known;
    }
}
