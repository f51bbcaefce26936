package io.evenhand.guard.detect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what stands in quotation marks, between back quotes, in a fenced block or a long string of
 * code, or in lines that Markdown and mail mark as quoted.
 */
final class Quotes {

    /** Closing marks by opening ones; the English opening one closes a German quotation. */
    private static final Map<Character, String> PAIRS =
            Map.of(
                    '"', "\"", '“', "”\"", '„', "“”\"", '«', "»", '‘', "’", '「', "」", '『', "』", '`',
                    "`", '\'', "'");

    /** UTF-16 units; what goes on for longer is no quotation of a phrase. */
    private static final int LONGEST = 600;

    /** What opens and closes a block: Markdown's fence, and long strings of Python and Java. */
    private static final List<String> FENCES = List.of("```", "\"\"\"", "'''");

    private static final String FENCE_MARKS = "`\"'";

    private static final int LONGEST_BLOCK = 4_000;

    private final String text;
    private final int[] quotes;
    private final Map<Object, Integer> missing = new HashMap<>();
    private int count;

    private Quotes(String text) {
        this.text = text;
        this.quotes = new int[text.length()];
    }

    /** For each unit the number of its quotation, from 1, and 0 for none. */
    static int[] in(String text) {
        Quotes quotes = new Quotes(text);
        int at = 0;
        while (at < text.length()) {
            int close = Math.max(quotes.closeOfBlock(at), quotes.close(at));
            if (close > at) {
                quotes.count++;
                Arrays.fill(quotes.quotes, at, close + 1, quotes.count);
                at = close;
            }
            at++;
        }
        return quotes.quotes;
    }

    /** The last unit of a block that begins here, or -1. */
    private int closeOfBlock(int at) {
        boolean line = at == 0 || text.charAt(at - 1) == '\n';
        if (line && text.charAt(at) == '>') {
            return endOfQuotedLines(at) - 1;
        }
        if (FENCE_MARKS.indexOf(text.charAt(at)) < 0) {
            return -1;
        }
        return FENCES.stream()
                .filter(fence -> text.startsWith(fence, at))
                .mapToInt(fence -> closeOfFence(fence, at + fence.length()))
                .findFirst()
                .orElse(-1);
    }

    private int endOfQuotedLines(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '>') {
            int next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        }
        return end;
    }

    private int closeOfFence(String fence, int from) {
        if (from < missing.getOrDefault(fence, 0)) {
            return -1;
        }
        int limit = Math.min(text.length(), from + LONGEST_BLOCK);
        int found = text.substring(from, limit).indexOf(fence);
        if (found < 0) {
            missing.put(fence, limit);
            return -1;
        }
        return from + found + fence.length() - 1;
    }

    private int close(int at) {
        char open = text.charAt(at);
        String closing = PAIRS.get(open);
        if (closing == null || at < missing.getOrDefault(open, 0) || !mayOpen(open, at)) {
            return -1;
        }
        int limit = Math.min(text.length(), at + LONGEST);
        for (int i = at + 1; i < limit; i++) {
            if (closing.indexOf(text.charAt(i)) >= 0 && mayClose(open, i)) {
                return i;
            }
        }
        missing.put(open, limit);
        return -1;
    }

    /** An apostrophe stands within a word. */
    private boolean mayOpen(char open, int at) {
        return (open != '\'' && open != '‘')
                || at == 0
                || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private boolean mayClose(char open, int at) {
        return (open != '\'' && open != '‘')
                || at + 1 == text.length()
                || !Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
