package io.evenhand.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells a text's language where it is plain to see, and nothing where it is not.
 *
 * <p>Another script than Latin tells by its letters; Latin ones by function words, which technical
 * terms and names do not change. A short or mixed text stays undecided.
 */
@Component
public class LanguageDetector {

    /** Share of letters in one script from which the text is written in it. */
    private static final double MOST = .6;

    /** Function words of one language that must be there; two may be a quotation. */
    private static final int ENOUGH_WORDS = 3;

    /** How often as many as of English, or for English as of any other; languages share some. */
    private static final double CLEAR_LEAD = 2;

    private static final String ENGLISH = "en";

    private final Map<String, FunctionWords> languages = new LinkedHashMap<>();

    public LanguageDetector() {
        for (String language : FunctionWords.LANGUAGES.keySet()) {
            languages.put(language, FunctionWords.of(language));
        }
    }

    /** BCP 47 primary subtag; empty if it is not plain. */
    public Optional<String> detect(String text) {
        Optional<String> byScript = Scripts.languageOf(text, MOST);
        return byScript.isPresent() ? byScript : byFunctionWords(text);
    }

    private Optional<String> byFunctionWords(String text) {
        Map<String, Integer> counts = FunctionWords.count(text, languages);
        int english = counts.getOrDefault(ENGLISH, 0);
        Map.Entry<String, Integer> other =
                counts.entrySet().stream()
                        .filter(count -> !count.getKey().equals(ENGLISH))
                        .max(Map.Entry.<String, Integer>comparingByValue())
                        .orElse(Map.entry("", 0));
        if (isPlain(english, other.getValue())) {
            return Optional.of(ENGLISH);
        }
        return isPlain(other.getValue(), english) ? Optional.of(other.getKey()) : Optional.empty();
    }

    private static boolean isPlain(int words, int against) {
        return words >= ENOUGH_WORDS && words >= CLEAR_LEAD * against;
    }
}
