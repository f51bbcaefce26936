package io.evenhand.guard.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a folded text into words, with the sentences and quotations that they stand in. */
final class Tokens {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\p{IsHan}|\\p{N}{1,40}+(?:[.,]\\p{N}{1,20}+)?+"
                            + "(?: ?/ ?\\p{N}{1,20}+(?:[.,]\\p{N}{1,20}+)?+)?+ ?%?+"
                            + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]{1,60}+\\+?+");

    private static final Pattern SENTENCE =
            Pattern.compile("[.!?](?:[\\s\"')\\]]|$)|[。！？]|\\n\\s*\\n");
    private static final Pattern CLAUSE =
            Pattern.compile("[.!?:;,(\\[{\"'“”„«»‘’`\\n\\-–—*>=|#/<&。！？：；，、（「【]");

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int[] quotes = Quotes.in(text);
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        int sentence = 0;
        while (matcher.find()) {
            String between = text.substring(end, matcher.start());
            boolean space = between.equals(" ");
            sentence += !space && SENTENCE.matcher(between).find() ? 1 : 0;
            boolean opens = tokens.isEmpty() || !space && CLAUSE.matcher(between).find();
            String word = matcher.group().replace(" ", "");
            tokens.add(
                    new Token(
                            word,
                            matcher.start(),
                            matcher.end(),
                            opens,
                            sentence,
                            quotes[matcher.start()]));
            end = matcher.end();
        }
        return tokens;
    }
}
