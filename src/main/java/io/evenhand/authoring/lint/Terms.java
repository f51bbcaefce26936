package io.evenhand.authoring.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a text that carry its meaning, as stems. Thread-safe. */
final class Terms {

    private static final Analyzer ENGLISH = new EnglishAnalyzer();
    private static final Analyzer GERMAN = new GermanAnalyzer();

    private Terms() {}

    /**
     * @param language BCP 47 tag; any but German is read as English
     */
    static Set<String> of(String text, Optional<String> language) {
        boolean german = language.filter(tag -> tag.startsWith("de")).isPresent();
        Set<String> terms = new HashSet<>();
        try (TokenStream stream = (german ? GERMAN : ENGLISH).tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
