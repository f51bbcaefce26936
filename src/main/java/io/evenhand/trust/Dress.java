package io.evenhand.trust;

import java.text.Normalizer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A form in which the same honest answer may arrive; none of them should change its score. */
enum Dress {
    WORD_PROCESSOR("pasted from a word processor", Dress::fromWordProcessor),
    PDF("pasted from a PDF", Dress::fromPdf),
    DECOMPOSED("with accents apart", text -> Normalizer.normalize(text, Normalizer.Form.NFD)),
    RULED("between rules", text -> "---\n" + text + "\n---");

    private static final Pattern FOURTH_SPACE = Pattern.compile("(\\S+ \\S+ \\S+ \\S+) ");
    private static final Pattern NINTH_SPACE = Pattern.compile("((?:\\S+ ){8}\\S+) ");
    private static final Pattern MIDDLE_OF_WORD = Pattern.compile("(\\p{L}{5})(?=\\p{L}{3})");

    private final String description;
    private final UnaryOperator<String> form;

    Dress(String description, UnaryOperator<String> form) {
        this.description = description;
        this.form = form;
    }

    String put(String answer) {
        return form.apply(answer);
    }

    /** Byte order mark, typographic quotes and dashes, spaces that do not break. */
    private static String fromWordProcessor(String text) {
        String typographic = text.replace('\'', '\u2019').replace(" - ", " \u2013 ");
        return "\uFEFF" + FOURTH_SPACE.matcher(typographic).replaceAll("$1\u00A0");
    }

    /** Soft hyphens, and lines that end where the page did. */
    private static String fromPdf(String text) {
        String hyphenated = MIDDLE_OF_WORD.matcher(text).replaceAll("$1\u00AD");
        return NINTH_SPACE.matcher(hyphenated).replaceAll("$1\n");
    }

    @Override
    public String toString() {
        return description;
    }
}
