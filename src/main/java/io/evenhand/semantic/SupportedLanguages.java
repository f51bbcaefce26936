package io.evenhand.semantic;

import io.evenhand.grading.Assignment;
import io.evenhand.guard.LanguageDetector;
import io.evenhand.question.Criterion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether the embedding model knows the language of an answer and of what it is held against.
 */
final class SupportedLanguages {

    private static final String ENGLISH = "en";

    private final LanguageDetector detector;

    SupportedLanguages(LanguageDetector detector) {
        this.detector = detector;
    }

    /** What is not plainly another language is taken for English. */
    boolean cover(Assignment assignment) {
        Optional<String> named =
                assignment
                        .language()
                        .map(SupportedLanguages::primary)
                        .filter(tag -> !tag.isEmpty());
        boolean answer = isEnglish(named.or(() -> detector.detect(assignment.answer())));
        return answer && keys(assignment).allMatch(text -> isEnglish(detector.detect(text)));
    }

    private static Stream<String> keys(Assignment assignment) {
        List<String> criteria =
                assignment.rubric().criteria().stream().map(Criterion::description).toList();
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

    private static boolean isEnglish(Optional<String> language) {
        return language.isEmpty() || language.get().equals(ENGLISH);
    }
}
