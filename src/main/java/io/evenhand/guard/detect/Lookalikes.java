package io.evenhand.guard.detect;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import io.evenhand.guard.Traced;
import io.evenhand.guard.TracedBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Puts the Latin letter where another letter looks like it (Unicode's confusables, UTS #39). */
final class Lookalikes {

    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
    private static final Map<Integer, Integer> LATIN = new ConcurrentHashMap<>();

    private Lookalikes() {}

    static Optional<Traced> replaced(Traced text) {
        TracedBuilder latin = new TracedBuilder(text);
        boolean any = false;
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int codePoint = text.text().codePointAt(at);
            next = at + Character.charCount(codePoint);
            int like = of(codePoint);
            if (like == codePoint) {
                latin.copy(at, next);
            } else {
                any = true;
                latin.replace(at, next, Character.toString(like));
            }
        }
        return any ? Optional.of(latin.build()) : Optional.empty();
    }

    /** The ASCII letter that a letter looks like or carries an accent on, else itself. */
    static int of(int codePoint) {
        return codePoint < 128 || !UCharacter.isLetter(codePoint)
                ? codePoint
                : LATIN.computeIfAbsent(codePoint, Lookalikes::latin);
    }

    private static int latin(int codePoint) {
        String skeleton = CONFUSABLES.getSkeleton(Character.toString(codePoint));
        int like = asciiLetter(skeleton);
        return like != 0 ? like : otherwise(codePoint);
    }

    private static int otherwise(int codePoint) {
        String letter = Character.toString(codePoint);
        int bare = asciiLetter(Normalizer2.getNFDInstance().normalize(letter).substring(0, 1));
        return bare != 0 ? bare : codePoint;
    }

    private static int asciiLetter(String text) {
        boolean one = text.length() == 1 && text.charAt(0) < 128;
        return one && Character.isLetter(text.charAt(0))
                ? Character.toLowerCase(text.charAt(0))
                : 0;
    }
}
