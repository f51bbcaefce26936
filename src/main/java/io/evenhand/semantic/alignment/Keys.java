package io.evenhand.semantic.alignment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** What answers are compared with, read once as long as there is room for it. */
public final class Keys {

    private record Key(String text, int mostPieces) {}

    private final TextReader reader;
    private final Cache<Key, Text> cache;

    public Keys(TextReader reader, long cachedPieces) {
        this.reader = reader;
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
}
