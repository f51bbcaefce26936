package io.evenhand.guard.detect;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The words of a reading, and what of them speaks to a grader and what only tells of it. */
final class Speech {

    /** Tokens before a demand that may say that it is told of others. */
    private static final int REACH_OF_REPORT = 14;

    /** Tokens around a quotation that may say so. */
    private static final int REACH_OF_QUOTE = 25;

    /** Tokens on either side of a quotation that make it a part of a sentence. */
    private static final int OWN_WORDS = 3;

    private final List<Token> tokens;
    private final BitSet leads;
    private final BitSet claimed = new BitSet();
    private final BitSet reports;
    private final BitSet aboutWords;

    Speech(List<Token> tokens) {
        this.tokens = tokens;
        this.leads = ends(Topic.LEAD);
        about(Topic.CLAIMED_REPORT).forEach(words -> claimed.set(words.from(), words.to()));
        this.reports = starts(Topic.REPORT);
        this.aboutWords = starts(Topic.ABOUT_WORDS);
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Where phrases of the topics stand, in order. */
    List<Words> about(Topic... topics) {
        return Stream.of(topics)
                .flatMap(topic -> Words.about(topic, tokens).stream())
                .sorted(Comparator.comparingInt(Words::from))
                .toList();
    }

    /** Whether a verb that stands here is a demand: it opens a clause or follows a lead. */
    boolean mayDemand(Words verb) {
        return verb.from() == 0 || tokens.get(verb.from()).opens() || leads.get(verb.from());
    }

    /**
     * Whether the words are told and not said: somebody else is said to say them, or they are
     * quoted and spoken about.
     */
    boolean isReported(Words words) {
        return isToldOfOthers(words) || isSpokenAbout(words);
    }

    /** The same of a stretch of the reading's text. */
    boolean isReportedAt(int start, int end) {
        int from = 0;
        while (from < tokens.size() && tokens.get(from).end() <= start) {
            from++;
        }
        int to = from;
        while (to < tokens.size() && tokens.get(to).start() < end) {
            to++;
        }
        return from < to && isReported(new Words(from, to));
    }

    private boolean isToldOfOthers(Words words) {
        Token first = tokens.get(words.from());
        for (int at = words.from() - 1; at >= 0 && at >= words.from() - REACH_OF_REPORT; at--) {
            if (tokens.get(at).sentence() != first.sentence()) {
                return false;
            }
            if (reports.get(at) && !claimed.get(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSpokenAbout(Words words) {
        int quote = tokens.get(words.from()).quote();
        if (quote == 0 || tokens.get(words.to() - 1).quote() != quote) {
            return false;
        }
        int from = words.from();
        while (from > 0 && tokens.get(from - 1).quote() == quote) {
            from--;
        }
        int to = words.to();
        while (to < tokens.size() && tokens.get(to).quote() == quote) {
            to++;
        }
        return anyOutside(from - REACH_OF_QUOTE, from)
                || anyOutside(to, to + REACH_OF_QUOTE)
                || isPartOfASentence(from, to);
    }

    /** Whether somebody's own sentence begins before a quotation and goes on after it. */
    private boolean isPartOfASentence(int from, int to) {
        return isOwn(from - OWN_WORDS, from, tokens.get(from).sentence())
                && isOwn(to, to + OWN_WORDS, tokens.get(to - 1).sentence());
    }

    private boolean isOwn(int from, int to, int sentence) {
        return from >= 0
                && to <= tokens.size()
                && tokens.subList(from, to).stream()
                        .allMatch(token -> !token.isQuoted() && token.sentence() == sentence);
    }

    private boolean anyOutside(int from, int to) {
        for (int at = Math.max(0, from); at < Math.min(to, tokens.size()); at++) {
            if (!tokens.get(at).isQuoted() && (reports.get(at) || aboutWords.get(at))) {
                return true;
            }
        }
        return false;
    }

    private BitSet starts(Topic topic) {
        BitSet set = new BitSet();
        about(topic).forEach(words -> set.set(words.from()));
        return set;
    }

    private BitSet ends(Topic topic) {
        BitSet set = new BitSet();
        about(topic).forEach(words -> set.set(words.to()));
        return set;
    }
}
