package io.evenhand.semantic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** What answers are compared with, read once as long as there is room for it. */
final class Keys {

    private record Key(String text, int mostPieces) {}

    private final TextReader reader;
    private final Cache<Key, Text> cache;

    Keys(TextReader reader, long cachedPieces) {
        this.reader = reader;
        this.cache =
                Caffeine.newBuilder()
                        .maximumWeight(cachedPieces)
                        .weigher((Key key, Text text) -> 1 + text.pieces().size())
                        .build();
    }

    Text of(String text, int mostPieces) {
        return cache.get(
                new Key(text, mostPieces), key -> reader.read(key.text(), key.mostPieces()));
    }
}
