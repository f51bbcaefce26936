package io.evenhand.platform;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages write names, numbers and times. */
public final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** A name of a closed list in plain words. */
    public static String of(Enum<?> name) {
        return of(name.name());
    }

    public static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Without zeros after the point and without an exponent. */
    public static String plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale())).toPlainString();
    }

    /**
     * @param share 0 to 1
     */
    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    public static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The minute in UTC, as {@code 2026-07-01 09:30}. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** At most so many UTF-16 units, no character split, with a sign that there was more. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
