package io.evenhand.semantic.learning;

import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.TokenVectors;
import io.evenhand.semantic.encoding.Windows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Reads the traits of answers: what they mean by the embedding model, and their words. */
public final class TraitReader {

    /** Word pieces; what two long answers have in common shows early, and a page takes long. */
    static final int MOST_PIECES = 2 * Windows.LENGTH;

    private static final int DIMENSIONS = 384;

    private final TextEncoder encoder;

    /** Standard tokens in lower case, without stop words, stemmed by Porter's rules. */
    private final Analyzer words = new EnglishAnalyzer();

    public TraitReader(TextEncoder encoder) {
        this.encoder = encoder;
    }

    public Traits read(String text) {
        return new Traits(pooled(encoder.encode(text, MOST_PIECES)), stems(text));
    }

    private static float[] pooled(TokenVectors text) {
        float[] sum = new float[text.size() == 0 ? DIMENSIONS : text.vectors()[0].length];
        for (float[] piece : text.vectors()) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += piece[d];
            }
        }
        return Windows.normalised(sum);
    }

    private Map<String, Double> stems(String text) {
        Map<String, Double> counts = new HashMap<>();
        try (TokenStream stream = words.tokenStream("answer", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                counts.merge(term.toString(), 1.0, Double::sum);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        counts.replaceAll((stem, count) -> 1 + Math.log(count));
        double length = Math.sqrt(counts.values().stream().mapToDouble(w -> w * w).sum());
        counts.replaceAll((stem, weight) -> weight / length);
        return counts;
    }
}
