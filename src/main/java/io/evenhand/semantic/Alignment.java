package io.evenhand.semantic;

import io.evenhand.guard.Span;
import java.util.Arrays;

/**
 * How much of a key (a model answer, or a criterion) is found in an answer, discounted by what the
 * question already says.
 *
 * <p>{@code t_RQ = sum_i w_i (1 - max_q cos(m_i, q)) max_j cos(m_i, a_j) / sum_i w_i (1 - max_q
 * cos(m_i, q))} over the pieces {@code m} of the key, {@code q} of the question and {@code a} of
 * the answer, each cosine at least 0.
 *
 * @param news what each piece of the key says that the question does not, 0 to 1
 * @param found how well the answer says it, 0 to 1
 * @param where the piece of the answer that says it best
 */
@SuppressWarnings("ArrayRecordComponent")
record Alignment(double[] news, double[] found, int[] where) {

    /** Below this nothing is left to be found: a key of punctuation, or the question itself. */
    private static final double NOTHING = 1e-6;

    static Alignment of(TokenVectors key, PieceSearch question, PieceSearch answer) {
        double[] known = question.nearestTo(key).cosines();
        double[] news = new double[key.size()];
        for (int i = 0; i < news.length; i++) {
            news[i] = key.weights()[i] * Math.clamp(1 - known[i], 0, 1);
        }
        PieceSearch.Nearest nearest = answer.nearestTo(key);
        return new Alignment(news, nearest.cosines(), nearest.pieces());
    }

    /** The part that concerns the pieces of the key which begin within the stretch. */
    Alignment within(TokenVectors key, Span stretch) {
        double[] part = new double[news.length];
        for (int i = 0; i < part.length; i++) {
            int start = key.starts()[i];
            part[i] = start >= stretch.start() && start < stretch.end() ? news[i] : 0;
        }
        return new Alignment(part, found, where);
    }

    /** 0 to 1; 0 for a key that says nothing new. */
    double coverage() {
        double sum = 0;
        for (int i = 0; i < news.length; i++) {
            sum += news[i] * found[i];
        }
        return saysNothing() ? 0 : Math.min(1, sum / mass());
    }

    /** How much there is to be found: about the number of rare words that the question lacks. */
    double mass() {
        return Arrays.stream(news).sum();
    }

    boolean saysNothing() {
        return mass() < NOTHING;
    }
}
