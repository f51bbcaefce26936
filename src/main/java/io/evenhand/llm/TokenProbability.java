package io.evenhand.llm;

import dev.langchain4j.model.openai.LogProb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token of the output and how probable it was.
 *
 * @param bytes the token in UTF-8; it may hold a part of a character only
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TokenProbability(byte[] bytes, double probability) {

    static TokenProbability of(LogProb token) {
        Double logProb = token.logprob();
        double probability = logProb == null ? Double.NaN : Math.exp(logProb);
        return new TokenProbability(bytes(token.bytes(), token.token()), probability);
    }

    private static byte[] bytes(@Nullable List<Integer> bytes, @Nullable String token) {
        if (bytes == null) {
            return token == null ? new byte[0] : token.getBytes(StandardCharsets.UTF_8);
        }
        byte[] all = new byte[bytes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes.get(i).byteValue();
        }
        return all;
    }
}
