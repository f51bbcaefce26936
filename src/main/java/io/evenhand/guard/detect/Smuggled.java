package io.evenhand.guard.detect;

import io.evenhand.guard.Traced;
import io.evenhand.guard.TracedBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes texts that were written in characters nobody sees: tags, and variation selectors. */
final class Smuggled {

    private static final int TAG_SPACE = 0xE0020;
    private static final int TAG_TILDE = 0xE007E;
    private static final int TAGS = 0xE0000;

    /** More than the tags of a flag, which are six. */
    private static final int FEWEST = 7;

    private Smuggled() {}

    static Optional<Traced> tags(Traced text) {
        TracedBuilder decoded = new TracedBuilder(text);
        forEach(
                text.text(),
                (codePoint, from, to) -> {
                    if (codePoint >= TAG_SPACE && codePoint <= TAG_TILDE) {
                        decoded.replace(from, to, Character.toString(codePoint - TAGS));
                    }
                });
        return enough(decoded);
    }

    /** Each selector stands for a byte: the sixteen old ones, then the 240 supplementary ones. */
    static Optional<Traced> selectors(Traced text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] around = {-1, -1};
        forEach(
                text.text(),
                (codePoint, from, to) -> {
                    int value = valueOfSelector(codePoint);
                    if (value >= 0) {
                        bytes.write(value);
                        around[0] = around[0] < 0 ? from : around[0];
                        around[1] = to;
                    }
                });
        if (bytes.size() < FEWEST) {
            return Optional.empty();
        }
        TracedBuilder decoded = new TracedBuilder(text);
        decoded.replace(around[0], around[1], bytes.toString(StandardCharsets.UTF_8));
        return Optional.of(decoded.build());
    }

    private static int valueOfSelector(int codePoint) {
        if (codePoint >= 0xFE00 && codePoint <= 0xFE0F) {
            return codePoint - 0xFE00;
        }
        return codePoint >= 0xE0100 && codePoint <= 0xE01EF ? codePoint - 0xE0100 + 16 : -1;
    }

    private static Optional<Traced> enough(TracedBuilder decoded) {
        return decoded.written().length() < FEWEST
                ? Optional.empty()
                : Optional.of(decoded.build());
    }

    private static void forEach(String text, Visitor visitor) {
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int codePoint = text.codePointAt(at);
            next = at + Character.charCount(codePoint);
            visitor.visit(codePoint, at, next);
        }
    }

    /** Takes one character of a text. */
    @FunctionalInterface
    private interface Visitor {
        void visit(int codePoint, int from, int to);
    }
}
