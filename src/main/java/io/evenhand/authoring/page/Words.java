package io.evenhand.authoring.page;

import io.evenhand.question.Points;
import java.math.BigDecimal;
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

    static String plain(Points points) {
        return plain(points.value());
    }

    static String plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale())).toPlainString();
    }
}
