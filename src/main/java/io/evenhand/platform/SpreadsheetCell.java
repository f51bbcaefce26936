package io.evenhand.platform;

import java.util.regex.Pattern;

/**
 * A text in a table that a spreadsheet may open: what it would take for a formula is marked with an
 * apostrophe, and the mark is taken off again on the way back.
 */
public final class SpreadsheetCell {

    /** With these, and what looks like them, a spreadsheet begins a formula (OWASP). */
    private static final String SIGNS = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";

    private static final Pattern FORMULA = Pattern.compile("'*" + SIGNS + ".*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("'+" + SIGNS + ".*", Pattern.DOTALL);

    private SpreadsheetCell() {}

    public static String of(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that a cell was made of. */
    public static String text(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
