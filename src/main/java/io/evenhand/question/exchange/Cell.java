package io.evenhand.question.exchange;

import java.util.regex.Pattern;

/**
 * A cell of a table that a spreadsheet may open: what it would take for a formula is marked with an
 * apostrophe, and the mark is taken off again on the way back.
 */
final class Cell {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private Cell() {}

    static String of(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String text(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
