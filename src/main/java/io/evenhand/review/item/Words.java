package io.evenhand.review.item;

import java.util.Locale;

/** What the pages call things. */
final class Words {

    private Words() {}

    /** A name of a closed list in plain words. */
    static String of(Enum<?> name) {
        return of(name.name());
    }

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
