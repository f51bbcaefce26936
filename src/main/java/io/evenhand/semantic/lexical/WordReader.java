package io.evenhand.semantic.lexical;

import io.evenhand.guard.FunctionWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts texts of one language into words and their stems, with Lucene's analysers. */
public final class WordReader {

    private final FunctionWords functionWords;
    private final Analyzer analyzer;

    private WordReader(FunctionWords functionWords, Analyzer analyzer) {
        this.functionWords = functionWords;
        this.analyzer = analyzer;
    }

    /** Porter's stemmer. */
    public static WordReader english() {
        return new WordReader(FunctionWords.of("en"), new Stemming(PorterStemFilter::new));
    }

    /** Savoy's light stemmer, which folds umlauts. */
    public static WordReader german() {
        return new WordReader(FunctionWords.of("de"), new Stemming(GermanLightStemFilter::new));
    }

    /** May be called by many threads at once. */
    public Wording read(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String form = term.toString();
                stream.incrementToken();
                words.add(new Word(form, term.toString(), weight(form)));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Wording.of(words);
    }

    private double weight(String form) {
        return functionWords.contains(form) ? Word.FUNCTION_WORD : 1;
    }

    /** Gives every word twice: as it is, and stemmed. */
    private static final class Stemming extends Analyzer {

        private interface Stemmer {
            TokenStream of(TokenStream words);
        }

        private final Stemmer stemmer;

        Stemming(Stemmer stemmer) {
            this.stemmer = stemmer;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream words = new KeywordRepeatFilter(new LowerCaseFilter(tokenizer));
            return new TokenStreamComponents(tokenizer, stemmer.of(words));
        }
    }
}
