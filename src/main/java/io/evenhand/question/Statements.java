package io.evenhand.question;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Splits a model answer into the statements that it makes: its sentences and list items. */
final class Statements {

    /** In UTF-16 code units; shorter pieces, as "Yes." or "1.", are part of what is beside them. */
    private static final int SHORTEST = 15;

    /** Ends a paragraph, or a line before a list item; a line that is only wrapped goes on. */
    private static final Pattern BLOCK =
            Pattern.compile("\\R\\h*(?=\\R)|\\R(?=\\h*(?:[-*•‣–+]|\\p{N}{1,2}[.)])\\h)");

    private Statements() {}

    /** The statements in their order; neighbours are joined until there are so many at most. */
    static List<String> of(String text, int most) {
        List<String> statements =
                BLOCK.splitAsStream(text)
                        .filter(block -> !block.isBlank())
                        .flatMap(block -> sentences(block).stream())
                        .toList();
        return fewer(statements, most);
    }

    private static List<String> sentences(String block) {
        List<String> found = new ArrayList<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(block);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = block.substring(start, end).strip();
            if (sentence.length() >= SHORTEST) {
                found.add(sentence);
                start = end;
            }
        }
        String rest = block.substring(start).strip();
        if (!rest.isEmpty()) {
            found.add(found.isEmpty() ? rest : found.removeLast() + " " + rest);
        }
        return found;
    }

    private static List<String> fewer(List<String> statements, int most) {
        int together = Math.ceilDiv(statements.size(), most);
        return IntStream.range(0, Math.ceilDiv(statements.size(), together))
                .map(i -> i * together)
                .mapToObj(
                        from ->
                                statements.subList(
                                        from, Math.min(statements.size(), from + together)))
                .map(joined -> String.join(" ", joined))
                .toList();
    }
}
