package io.evenhand.grading;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one tenant's reviews teach of a question; only reviews of answers that were picked at
 * random.
 *
 * @param ofQuestion reviewed answers to the question, the newest first
 * @param ofOthers how many reviewed answers to other questions there are
 * @param drift by how much people gave more than the machine on those, on average, as a share of
 *     the maximum
 */
public record Lessons(List<Lesson> ofQuestion, int ofOthers, double drift) {

    /** Fewer tell less than they may mislead. */
    public static final int LEAST = 5;

    /** Of a question: more make the answer dearer, hardly better. */
    public static final int MOST = 50;

    /** Of other questions. */
    public static final int MOST_OF_OTHERS = 200;

    public Lessons {
        ofQuestion = List.copyOf(ofQuestion);
    }

    /** The same with another view of each answer. */
    public Lessons as(UnaryOperator<String> view) {
        return new Lessons(
                ofQuestion.stream()
                        .map(l -> new Lesson(view.apply(l.answer()), l.prior(), l.human()))
                        .toList(),
                ofOthers,
                drift);
    }

    public boolean suffice() {
        return ofQuestion.size() >= LEAST;
    }
}
