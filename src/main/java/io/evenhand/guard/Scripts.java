package io.evenhand.guard;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells languages that have a script of their own, or nearly so. */
final class Scripts {

    /** The language most likely meant; what matters to a grader is that it is not English. */
    private static final Map<Integer, String> LANGUAGES =
            Map.ofEntries(
                    Map.entry(UScript.CYRILLIC, "ru"),
                    Map.entry(UScript.HAN, "zh"),
                    Map.entry(UScript.HIRAGANA, "ja"),
                    Map.entry(UScript.KATAKANA, "ja"),
                    Map.entry(UScript.HANGUL, "ko"),
                    Map.entry(UScript.ARABIC, "ar"),
                    Map.entry(UScript.HEBREW, "he"),
                    Map.entry(UScript.DEVANAGARI, "hi"),
                    Map.entry(UScript.THAI, "th"),
                    Map.entry(UScript.GREEK, "el"));

    /** Letters; a formula may have a few of another script. */
    private static final int ENOUGH_LETTERS = 6;

    private Scripts() {}

    /** The language whose letters make up at least this share of the text's. */
    static Optional<String> languageOf(String text, double share) {
        Map<String, Integer> counts = new HashMap<>();
        int letters = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            if (UCharacter.isLetter(codePoint)) {
                letters++;
                String language = LANGUAGES.get(UScript.getScript(codePoint));
                if (language != null) {
                    counts.merge(language, 1, Integer::sum);
                }
            }
        }
        if (counts.containsKey("ja")) {
            counts.merge("ja", counts.getOrDefault("zh", 0), Integer::sum);
        }
        double enough = Math.max(share * letters, ENOUGH_LETTERS);
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= enough)
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }
}
