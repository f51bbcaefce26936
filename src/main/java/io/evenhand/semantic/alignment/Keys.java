package io.evenhand.semantic.alignment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.util.function.SingletonSupplier;

/** What answers are compared with, read once as long as there is room for it. */
public final class Keys {

    private record Key(String text, int mostPieces) {}

    private final TextReader reader;
    private final Cache<Key, Text> cache;

    /** As long as the texts are in use; compared by identity, as weak keys are. */
    private final Cache<Text, Chance> chances = Caffeine.newBuilder().weakKeys().build();

    private final SingletonSupplier<Unrelated> unrelated;

    public Keys(TextReader reader, long cachedPieces) {
        this.reader = reader;
        this.unrelated = SingletonSupplier.of(() -> Unrelated.read(reader));
        this.cache =
                Caffeine.newBuilder()
                        .maximumWeight(cachedPieces)
                        .weigher((Key key, Text text) -> 1 + text.pieces().size())
                        .build();
    }

    public Text of(String text, int mostPieces) {
        return cache.get(
                new Key(text, mostPieces), key -> reader.read(key.text(), key.mostPieces()));
    }

    /** What chance finds of a text, worked out once as long as the text is in use. */
    public Chance chance(Text key) {
        return chances.get(key, text -> unrelated.obtain().chance(text.pieces()));
    }
}
