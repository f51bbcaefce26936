package io.evenhand.guard.detect;

import io.evenhand.guard.Traced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All the ways in which an answer is read: as it stands, as it is shown, and decoded. */
final class Readings {

    /** Something that was encoded, and what it reads as; empty where there is nothing to decode. */
    @FunctionalInterface
    interface Decoder extends Function<Traced, Optional<Traced>> {}

    /** Decoders that may find something more in what another one decoded. */
    private static final List<Decoder> NESTING =
            List.of(
                    Escapes::decoded,
                    Radix::base64,
                    Radix::hexadecimal,
                    Radix::binary,
                    Smuggled::tags,
                    Smuggled::selectors);

    private static final List<Decoder> LAST =
            List.of(
                    Lookalikes::replaced,
                    Spelling::joined,
                    Spelling::withoutDigits,
                    Turned::rotated,
                    Turned::reversed,
                    Turned::wordsReversed);

    /** An attack is seldom wrapped more than twice; each level costs as much as the first. */
    private static final int DEPTH = 2;

    private Readings() {}

    static List<Reading> of(String answer, Reading plain, Reading shown) {
        List<Reading> readings = new ArrayList<>(List.of(plain));
        Set<String> seen = new HashSet<>(List.of(plain.text().text()));
        if (seen.add(shown.text().text())) {
            readings.add(shown);
        }
        List<Traced> level = List.of(Traced.of(answer));
        for (int depth = 0; depth < DEPTH; depth++) {
            level = decoded(NESTING, level);
            add(level, seen, readings);
        }
        List<Traced> folded = readings.stream().map(Reading::text).toList();
        add(decoded(LAST, folded), seen, readings);
        return List.copyOf(readings);
    }

    private static List<Traced> decoded(List<Decoder> decoders, List<Traced> texts) {
        List<Traced> decoded = new ArrayList<>();
        for (Traced text : texts) {
            decoders.forEach(decoder -> decoder.apply(text).ifPresent(decoded::add));
        }
        return decoded;
    }

    private static void add(List<Traced> texts, Set<String> seen, List<Reading> readings) {
        for (Traced text : texts) {
            Reading reading = Reading.of(text, true);
            if (seen.add(reading.text().text())) {
                readings.add(reading);
            }
        }
    }
}
