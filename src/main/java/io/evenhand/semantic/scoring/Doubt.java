package io.evenhand.semantic.scoring;

import io.evenhand.semantic.lexical.Wording;

/** By how much an interval must widen where a comparison of words cannot be trusted. */
public final class Doubt {

    /** Times as wide; set by hand, the sets hold too few such answers to measure it. */
    private static final double WIDER = 1.5;

    /** Words without function words; fewer may be right or wrong by a hair. */
    private static final int SHORT = 3;

    /** Words in all; the sets that the intervals come from hold hardly any longer answer. */
    private static final int LONG = 400;

    /** Of the characters that are no white space; English prose has next to none of these signs. */
    private static final double CODE = .06;

    private static final String SIGNS = "{}[]()<>=+*/^_\\|&%$#~;";

    private Doubt() {}

    /** 1, or more. */
    public static double of(String answer, Wording words) {
        boolean isOdd = words.contentSize() < SHORT || words.size() > LONG || signs(answer) > CODE;
        return isOdd ? WIDER : 1;
    }

    /** Whether it is made of signs alone, a formula maybe: then nothing can be said. */
    public static boolean isIllegible(String answer, Wording words) {
        return words.size() == 0 && signs(answer) > 0;
    }

    private static double signs(String text) {
        long visible = text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        long signs = text.codePoints().filter(Doubt::isSign).count();
        return visible == 0 ? 0 : (double) signs / visible;
    }

    private static boolean isSign(int codePoint) {
        return SIGNS.indexOf(codePoint) >= 0
                || Character.getType(codePoint) == Character.MATH_SYMBOL;
    }
}
