package io.evenhand.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** The little words of a language: the Snowball project's stop words, as Lucene ships them. */
public final class FunctionWords {

    /** File names by primary language subtag. */
    static final Map<String, String> LANGUAGES =
            Map.of(
                    "en",
                    "english",
                    "de",
                    "german",
                    "es",
                    "spanish",
                    "fr",
                    "french",
                    "it",
                    "italian",
                    "nl",
                    "dutch",
                    "pt",
                    "portuguese");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");

    /**
     * Read once, with the class, which {@link LanguageDetector} has loaded while the service
     * starts: reading from inside a jar for each answer is slow, and virtual threads that do so at
     * once can wait for each other for ever.
     */
    private static final Map<String, FunctionWords> LISTS =
            LANGUAGES.keySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(Function.identity(), FunctionWords::read));

    private final CharArraySet words;

    private FunctionWords(CharArraySet words) {
        this.words = words;
    }

    /** Whether there is a list of this language. */
    public static boolean isKnown(String language) {
        return LANGUAGES.containsKey(language);
    }

    /** Of a language of {@code en, de, es, fr, it, nl, pt}. */
    public static FunctionWords of(String language) {
        FunctionWords list = LISTS.get(language);
        if (list == null) {
            throw new IllegalArgumentException("there is no list of this language");
        }
        return list;
    }

    private static FunctionWords read(String language) {
        String file = LANGUAGES.get(language) + "_stop.txt";
        try (InputStream list = SnowballFilter.class.getResourceAsStream(file)) {
            return new FunctionWords(WordlistLoader.getSnowballWordSet(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this is one of them; the word in lower case. */
    public boolean contains(String word) {
        return words.contains(word);
    }

    /** How many words of the text are function words of each language. */
    static Map<String, Integer> count(String text, Map<String, FunctionWords> languages) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            languages.forEach(
                    (language, list) -> {
                        if (word.length() > 1 && list.contains(word)) {
                            counts.merge(language, 1, Integer::sum);
                        }
                    });
        }
        return counts;
    }
}
