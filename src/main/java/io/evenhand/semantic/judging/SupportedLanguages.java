package io.evenhand.semantic.judging;

import io.evenhand.grading.Assignment;
import io.evenhand.guard.LanguageDetector;
import io.evenhand.question.Criterion;
import io.evenhand.question.RubricSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether this grader knows the language of an answer and of what it is held against: English
 * and the same for all.
 */
public final class SupportedLanguages {

    private static final String ENGLISH = "en";

    private static final Set<String> KNOWN = Set.of(ENGLISH);

    private final LanguageDetector detector;

    public SupportedLanguages(LanguageDetector detector) {
        this.detector = detector;
    }

    /**
     * The language to grade in; empty if it is not known or the texts differ in it. What is not
     * plainly one language is taken for that of the others, and for English if none is plain.
     */
    public Optional<String> of(Assignment assignment) {
        Optional<String> named =
                assignment
                        .language()
                        .map(SupportedLanguages::primary)
                        .filter(tag -> !tag.isEmpty());
        Set<String> languages = new HashSet<>();
        named.or(() -> detector.detect(assignment.answer())).ifPresent(languages::add);
        keys(assignment).flatMap(text -> detector.detect(text).stream()).forEach(languages::add);
        if (languages.isEmpty()) {
            return Optional.of(ENGLISH);
        }
        return languages.size() == 1
                ? languages.stream().filter(KNOWN::contains).findFirst()
                : Optional.empty();
    }

    private static Stream<String> keys(Assignment assignment) {
        // the sentence for several model answers is always English and says nothing to compare
        List<String> criteria =
                assignment.rubricSource() == RubricSource.DEFAULT
                        ? List.of()
                        : assignment.rubric().criteria().stream()
                                .map(Criterion::description)
                                .toList();
        return Stream.of(
                assignment.question().text(),
                String.join("\n", assignment.question().modelAnswers()),
                String.join("\n", criteria));
    }

    /** "und" stands for a language that nobody knows. */
    private static String primary(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return language.equals("und") ? "" : language;
    }
}
