package io.evenhand.guard.detect;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The runs of so many words that a text has; tells what another text took over from it. */
final class Shingles {

    private final int length;
    private final Set<String> runs = new HashSet<>();

    Shingles(List<Token> tokens, int length) {
        this.length = length;
        for (int at = 0; at + length <= tokens.size(); at++) {
            runs.add(run(tokens, at));
        }
    }

    /** The tokens that stand in a run that this text has too. */
    BitSet foundIn(List<Token> tokens) {
        BitSet found = new BitSet();
        for (int at = 0; at + length <= tokens.size(); at++) {
            if (runs.contains(run(tokens, at))) {
                found.set(at, at + length);
            }
        }
        return found;
    }

    private String run(List<Token> tokens, int at) {
        StringBuilder run = new StringBuilder();
        tokens.subList(at, at + length).forEach(token -> run.append(token.text()).append(' '));
        return run.toString();
    }
}
