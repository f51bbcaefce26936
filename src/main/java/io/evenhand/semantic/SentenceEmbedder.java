package io.evenhand.semantic;

import io.evenhand.guard.Embedder;
import io.evenhand.semantic.encoding.Windows;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The mean of a text's token vectors, which is how all-MiniLM-L6-v2 was trained to embed sentences.
 */
@Component
class SentenceEmbedder implements Embedder {

    private final SemanticModel model;

    SentenceEmbedder(SemanticModel model) {
        this.model = model;
    }

    /** Reads one window of the text; what it is about shows there. */
    @Override
    public Optional<float[]> embed(String text) {
        return model.encoder()
                .map(encoder -> encoder.encode(text, Windows.LENGTH))
                .filter(vectors -> vectors.size() > 0)
                .map(vectors -> Windows.normalised(sum(vectors.vectors())));
    }

    private static float[] sum(float[][] vectors) {
        float[] sum = new float[vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return sum;
    }
}
