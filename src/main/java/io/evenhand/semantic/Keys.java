package io.evenhand.semantic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Vectors of what answers are compared with, made once as long as there is room for them. */
final class Keys {

    private record Key(String text, int mostPieces) {}

    private final TextEncoder encoder;
    private final Cache<Key, TokenVectors> cache;

    Keys(TextEncoder encoder, long cachedPieces) {
        this.encoder = encoder;
        this.cache =
                Caffeine.newBuilder()
                        .maximumWeight(cachedPieces)
                        .weigher((Key key, TokenVectors vectors) -> 1 + vectors.size())
                        .build();
    }

    TokenVectors of(String text, int mostPieces) {
        return cache.get(
                new Key(text, mostPieces), key -> encoder.encode(key.text(), key.mostPieces()));
    }
}
