package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sizes that every question keeps to, and the checks for them. */
final class Limits {

    /** In UTF-16 code units. */
    static final int TEXT = 20_000;

    static final int CRITERIA = 50;
    static final int LEVELS = 20;
    static final int MODEL_ANSWERS = 20;
    static final int OPTIONS = 50;
    static final int NAME = 100;

    /** Of skills, tags, follow-up questions. */
    static final int LIST = 50;

    private static final BigDecimal MOST_POINTS = new BigDecimal(10_000);
    private static final int DECIMALS = 2;

    private Limits() {}

    /** The text if it is there, not blank and not too long. */
    static Optional<String> text(
            @Nullable String text, String at, int most, Violations violations) {
        if (text == null || text.isBlank()) {
            violations.add(at, "is missing or blank");
            return Optional.empty();
        }
        return violations.require(
                        text.length() <= most, at, "is longer than " + most + " characters")
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A name: short, in one line. */
    static Optional<String> name(@Nullable String text, String at, Violations violations) {
        return text(text, at, NAME, violations)
                .filter(
                        name ->
                                violations.require(
                                        name.codePoints().noneMatch(Character::isISOControl),
                                        at,
                                        "has a control character"));
    }

    /** Names of which none stands twice. */
    static List<String> names(
            @Nullable List<@Nullable String> given, String at, Violations violations) {
        List<String> names = each(given, at, violations, Limits::name);
        violations.require(names.size() == Set.copyOf(names).size(), at, "holds one of them twice");
        return names;
    }

    /** Texts, each of them there. */
    static List<String> texts(
            @Nullable List<@Nullable String> given, String at, Violations violations) {
        return each(given, at, violations, (text, place, v) -> Limits.text(text, place, TEXT, v));
    }

    private static List<String> each(
            @Nullable List<@Nullable String> given, String at, Violations violations, Check check) {
        List<@Nullable String> all = Nulls.none(given);
        if (!violations.require(all.size() <= LIST, at, "holds more than " + LIST)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            check.read(all.get(i), at + "/" + i, violations).ifPresent(found::add);
        }
        return found;
    }

    /** Reads one text of a list. */
    private interface Check {
        Optional<String> read(@Nullable String text, String at, Violations violations);
    }

    /** The points if they are there, of a sane size and with at most two decimals. */
    static Optional<Points> points(@Nullable BigDecimal points, String at, Violations violations) {
        if (points == null) {
            violations.add(at, "is missing");
            return Optional.empty();
        }
        return decimal(points, at, violations).map(Points::new);
    }

    /**
     * The number if it is of a sane size and has at most two decimals. A client may write
     * 1e-999999999, which must never be added to anything.
     */
    static Optional<BigDecimal> decimal(BigDecimal number, String at, Violations violations) {
        if (number.abs().compareTo(MOST_POINTS) > 0) {
            violations.add(at, "is beyond " + MOST_POINTS);
            return Optional.empty();
        }
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return violations.require(plain.scale() <= DECIMALS, at, "has more than two decimals")
                ? Optional.of(plain.setScale(Math.max(0, plain.scale())))
                : Optional.empty();
    }
}
