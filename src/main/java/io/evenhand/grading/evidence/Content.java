package io.evenhand.grading.evidence;

import io.evenhand.guard.FunctionWords;
import io.evenhand.guard.LanguageDetector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether a quote says anything: a word that carries content, a number, a formula, or else
 * all that the text says.
 */
final class Content {

    private static final LanguageDetector LANGUAGES = new LanguageDetector();

    private static final Pattern GAP = Pattern.compile("\\s+");

    /** What a sentence sets around its words. */
    private static final Pattern AROUND =
            Pattern.compile("^[.,;:!?…\"'“”„«»‘’\\[\\]-]+|[.,;:!?…\"'“”„«»‘’\\[\\]-]+$");

    private final List<String> whole;
    private final FunctionWords functionWords;

    Content(String text) {
        this.whole = words(text);
        this.functionWords =
                LANGUAGES
                        .detect(text)
                        .filter(FunctionWords::isKnown)
                        .map(FunctionWords::of)
                        .orElseGet(() -> FunctionWords.of("en"));
    }

    boolean isIn(String quote) {
        List<String> words = words(quote);
        return words.stream().anyMatch(word -> !functionWords.contains(word))
                || !words.isEmpty() && words.equals(whole);
    }

    private static List<String> words(String text) {
        return Arrays.stream(GAP.split(Folded.of(text).text().toLowerCase(Locale.ROOT)))
                .map(word -> AROUND.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
