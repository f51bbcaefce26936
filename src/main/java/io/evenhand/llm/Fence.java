package io.evenhand.llm;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes the mark around an answer, which nobody who wrote the answer can have known. */
final class Fence {

    private static final int BYTES = 8;

    private final RandomGenerator random;

    Fence() {
        this(new SecureRandom());
    }

    Fence(RandomGenerator random) {
        this.random = random;
    }

    /** A mark that does not occur in the text. */
    String around(String text) {
        while (true) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String mark = "-----" + HexFormat.of().formatHex(bytes) + "-----";
            if (!text.contains(mark)) {
                return mark;
            }
        }
    }
}
