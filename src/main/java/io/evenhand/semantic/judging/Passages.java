package io.evenhand.semantic.judging;

import io.evenhand.guard.Span;
import io.evenhand.semantic.alignment.Alignment;
import io.evenhand.semantic.encoding.TokenVectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An answer cut into passages, to say which of them cover a criterion. */
final class Passages {

    /** How many are shown, and the share of what was found that each must hold. */
    private static final int MOST = 2;

    private static final double WORTH_SHOWING = .25;

    /** UTF-16 units; a text without full stops is not quoted whole. */
    private static final int LONGEST = 400;

    private final String answer;
    private final List<Span> spans;
    private final int[] passageOfPiece;

    Passages(String answer, TokenVectors vectors) {
        this.answer = answer;
        this.spans =
                Sentences.of(answer).stream()
                        .flatMap(sentence -> Sentences.split(answer, sentence, LONGEST))
                        .toList();
        this.passageOfPiece =
                Arrays.stream(vectors.starts()).map(start -> passageAt(spans, start)).toArray();
    }

    /** The passages that hold most of what was found, best first; at least one if there is any. */
    List<String> covering(Alignment alignment) {
        double[] held = new double[spans.size()];
        for (int i = 0; i < alignment.news().length; i++) {
            double found = alignment.news()[i] * alignment.found()[i];
            if (found > 0) {
                int passage = passageOfPiece[alignment.where()[i]];
                if (passage >= 0) {
                    held[passage] += found;
                }
            }
        }
        double all = Arrays.stream(held).sum();
        double best = Arrays.stream(held).max().orElse(0);
        double least = Math.min(best, WORTH_SHOWING * all);
        return IntStream.range(0, held.length)
                .boxed()
                .filter(i -> held[i] > 0 && held[i] >= least)
                .sorted(Comparator.comparingDouble((Integer i) -> -held[i]))
                .limit(MOST)
                .map(i -> spans.get(i).of(answer))
                .toList();
    }

    private static int passageAt(List<Span> spans, int offset) {
        for (int i = 0; i < spans.size(); i++) {
            if (offset >= spans.get(i).start() && offset < spans.get(i).end()) {
                return i;
            }
        }
        return -1;
    }
}
