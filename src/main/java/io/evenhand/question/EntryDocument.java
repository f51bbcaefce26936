package io.evenhand.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question of the bank as a client or a file writes it: anything may be missing or wrong until it
 * was checked.
 *
 * @param version read past: the service counts the versions, and a client may send back what it got
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EntryDocument(
        @Nullable String id,
        @Nullable Integer version,
        @Nullable String status,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String level,
        @Nullable String category,
        @Nullable List<@Nullable String> skills,
        @Nullable String language,
        @Nullable String modelAnswer,
        @Nullable List<@Nullable String> modelAnswers,
        @Nullable List<@Nullable String> exactAnswers,
        @Nullable BigDecimal tolerance,
        @Nullable RubricDocument rubric,
        @Nullable BigDecimal points,
        @Nullable List<@Nullable OptionDocument> options,
        @Nullable Boolean partial,
        @Nullable List<@Nullable String> followUpQuestions,
        @Nullable BigDecimal passMark,
        @Nullable List<@Nullable String> tags,
        @Nullable Integer timeMinutes) {

    /** The entry as it would be written in a file, without its version. */
    public static EntryDocument of(Entry entry) {
        Question question = entry.question();
        Profile profile = entry.profile();
        return new EntryDocument(
                entry.id(),
                null,
                entry.status().name(),
                question.text(),
                question.kind().name(),
                profile.level().map(QuestionLevel::name).orElse(null),
                profile.category().orElse(null),
                List.copyOf(profile.skills()),
                profile.language().orElse(null),
                null,
                List.copyOf(question.modelAnswers()),
                question.exactAnswers().isPresent()
                        ? List.copyOf(question.exactAnswers().get().texts())
                        : null,
                question.exactAnswers().flatMap(ExactAnswers::tolerance).orElse(null),
                question.rubric().map(RubricDocument::of).orElse(null),
                question.points().plain(),
                List.copyOf(question.options().stream().map(OptionDocument::of).toList()),
                question.partial() ? true : null,
                List.copyOf(question.followUpQuestions()),
                question.passMark().orElse(null),
                List.copyOf(profile.tags()),
                profile.timeMinutes().orElse(null));
    }

    /** The same question under another id. */
    public EntryDocument withId(String newId) {
        return new EntryDocument(
                newId,
                version,
                status,
                text,
                kind,
                level,
                category,
                skills,
                language,
                modelAnswer,
                modelAnswers,
                exactAnswers,
                tolerance,
                rubric,
                points,
                options,
                partial,
                followUpQuestions,
                passMark,
                tags,
                timeMinutes);
    }

    /**
     * The entry, or empty if anything is wrong with it; what is wrong is added to the violations.
     *
     * @param otherwise the status of a question that names none
     */
    public Optional<Entry> read(QuestionStatus otherwise, Violations violations) {
        return new EntryChecks(this, otherwise, violations).read();
    }

    /** What of it decides a grade. */
    QuestionDocument question() {
        return new QuestionDocument(
                text,
                kind,
                modelAnswer,
                modelAnswers,
                passMark,
                points,
                rubric,
                options,
                partial,
                followUpQuestions,
                exactAnswers,
                tolerance);
    }
}
