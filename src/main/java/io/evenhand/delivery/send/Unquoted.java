package io.evenhand.delivery.send;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a grader's words what they repeat of the answer: the quotes that are its evidence,
 * and wherever three words in a row are the answer's own.
 */
final class Unquoted {

    private static final String GAP = "[...]";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Two words in a row are chance: those of the question and its subject. */
    private static final int RUN = 3;

    /** A shorter quote is part of too many other words. */
    private static final int SHORTEST_QUOTE = 3;

    private final List<String> quotes;
    private final String answer;

    Unquoted(String answer, List<String> quotes) {
        this.quotes =
                quotes.stream()
                        .filter(quote -> quote.length() >= SHORTEST_QUOTE)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        this.answer = words(WORD.matcher(answer).results().toList());
    }

    String in(String text) {
        String rest = text;
        for (String quote : quotes) {
            rest = rest.replace(quote, GAP);
        }
        return withoutRuns(rest);
    }

    private String withoutRuns(String text) {
        List<MatchResult> found = WORD.matcher(text).results().toList();
        StringBuilder kept = new StringBuilder();
        int copied = 0;
        int word = 0;
        while (word < found.size()) {
            int end = endOfRun(found, word);
            if (end - word >= RUN) {
                kept.append(text, copied, found.get(word).start()).append(GAP);
                copied = found.get(end - 1).end();
                word = end;
            } else {
                word++;
            }
        }
        return kept.append(text, copied, text.length()).toString();
    }

    private int endOfRun(List<MatchResult> found, int start) {
        int end = Math.min(start + RUN, found.size());
        if (!answer.contains(words(found.subList(start, end)))) {
            return start;
        }
        while (end < found.size() && answer.contains(words(found.subList(start, end + 1)))) {
            end++;
        }
        return end;
    }

    private static String words(List<MatchResult> found) {
        return found.stream()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ", " ", " "));
    }
}
