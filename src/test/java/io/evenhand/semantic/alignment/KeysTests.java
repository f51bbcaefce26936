package io.evenhand.semantic.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.TokenVectors;
import io.evenhand.semantic.lexical.WordReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTests {

    private final List<String> encoded = new ArrayList<>();

    private final TextEncoder encoder =
            new TextEncoder() {
                @Override
                public TokenVectors encode(String text, int mostPieces) {
                    encoded.add(text);
                    return new TokenVectors(
                            new float[][] {{1}}, new double[] {1}, new int[1], true);
                }

                @Override
                public void close() {}
            };

    private final TextReader reader = new TextReader(encoder, WordReader.english());

    @Test
    void encodesATextOnce() {
        Keys keys = new Keys(reader, 100);

        assertThat(keys.of("key", 10)).isSameAs(keys.of("key", 10));
        keys.of("other", 10);

        assertThat(encoded).containsExactly("key", "other");
    }

    @Test
    void worksWithoutRoom() {
        assertThat(new Keys(reader, 0).of("key", 10).pieces().size()).isEqualTo(1);
    }
}
