package io.evenhand.question.web;

import io.evenhand.question.Entry;
import io.evenhand.question.EntryDocument;
import io.evenhand.question.ExactAnswers;
import io.evenhand.question.OptionDocument;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionLevel;
import io.evenhand.question.QuestionStatus;
import io.evenhand.question.RubricDocument;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of the bank as clients see it. */
public record QuestionView(
        String id,
        int version,
        QuestionStatus status,
        String text,
        QuestionKind kind,
        @Nullable QuestionLevel level,
        @Nullable String category,
        List<String> skills,
        @Nullable String language,
        List<String> modelAnswers,
        @Nullable List<String> exactAnswers,
        @Nullable BigDecimal tolerance,
        @Nullable RubricDocument rubric,
        @Nullable BigDecimal points,
        @Nullable List<OptionDocument> options,
        @Nullable Boolean partial,
        List<String> followUpQuestions,
        @Nullable BigDecimal passMark,
        List<String> tags,
        @Nullable Integer timeMinutes) {

    public static QuestionView of(Entry entry) {
        EntryDocument document = EntryDocument.of(entry);
        return new QuestionView(
                entry.id(),
                entry.version(),
                entry.status(),
                entry.question().text(),
                entry.question().kind(),
                entry.profile().level().orElse(null),
                document.category(),
                entry.profile().skills(),
                document.language(),
                entry.question().modelAnswers(),
                entry.question().exactAnswers().map(ExactAnswers::texts).orElse(null),
                document.tolerance(),
                document.rubric(),
                document.points(),
                options(entry),
                entry.question().kind() == QuestionKind.MULTIPLE_CHOICE
                        ? entry.question().partial()
                        : null,
                entry.question().followUpQuestions(),
                document.passMark(),
                entry.profile().tags(),
                document.timeMinutes());
    }

    private static @Nullable List<OptionDocument> options(Entry entry) {
        return entry.question().kind() == QuestionKind.MULTIPLE_CHOICE
                ? entry.question().options().stream().map(OptionDocument::of).toList()
                : null;
    }
}
