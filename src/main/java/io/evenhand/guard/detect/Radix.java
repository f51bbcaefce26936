package io.evenhand.guard.detect;

import io.evenhand.guard.Traced;
import io.evenhand.guard.TracedBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes bytes that were written in base 64, 16 or 2. */
final class Radix {

    private static final Pattern BASE64 =
            Pattern.compile(
                    "(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,}+(?:\\n[A-Za-z0-9+/_-]{12,}+)*+={0,2}");
    private static final Pattern HEXADECIMAL =
            Pattern.compile(
                    "(?<![0-9a-zA-Z])(?:(?:0[xX]|\\\\x)?+[0-9a-fA-F]{2}[\\s,:;-]{0,2}+){8,}+");
    private static final Pattern BINARY = Pattern.compile("(?<!\\d)(?:[01]{8}[\\s,]{0,2}+){6,}+");

    /** Share of characters that are letters or spaces from which bytes read as words. */
    private static final double READABLE = .8;

    private Radix() {}

    static Optional<Traced> base64(Traced text) {
        return decoded(text, BASE64, Radix::fromBase64);
    }

    static Optional<Traced> hexadecimal(Traced text) {
        return decoded(
                text,
                HEXADECIMAL,
                digits -> bytes(digits.replaceAll("0[xX]|\\\\x|[^0-9a-fA-F]", ""), 2, 16));
    }

    static Optional<Traced> binary(Traced text) {
        return decoded(text, BINARY, digits -> bytes(digits.replaceAll("[^01]", ""), 8, 2));
    }

    private static Optional<Traced> decoded(
            Traced text, Pattern pattern, Function<String, byte[]> decoder) {
        TracedBuilder decoded = new TracedBuilder(text);
        Matcher matcher = pattern.matcher(text.text());
        while (matcher.find()) {
            String words = new String(decoder.apply(matcher.group()), StandardCharsets.UTF_8);
            if (isReadable(words)) {
                decoded.replace(matcher.start(), matcher.end(), words + "\n\n");
            }
        }
        return decoded.written().isEmpty() ? Optional.empty() : Optional.of(decoded.build());
    }

    private static byte[] fromBase64(String text) {
        String digits = text.replaceAll("[\\s=]", "").replace('-', '+').replace('_', '/');
        int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
        return Base64.getDecoder().decode(digits.substring(0, whole));
    }

    private static byte[] bytes(String digits, int width, int radix) {
        byte[] bytes = new byte[digits.length() / width];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits, i * width, (i + 1) * width, radix);
        }
        return bytes;
    }

    /** Base 64 in base 64 is readable too: letters without a space. */
    private static boolean isReadable(String words) {
        long good =
                words.codePoints()
                        .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '=')
                        .count();
        return !words.isEmpty() && good >= READABLE * words.codePointCount(0, words.length());
    }
}
