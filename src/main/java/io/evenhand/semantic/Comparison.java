package io.evenhand.semantic;

import io.evenhand.grading.Assignment;
import io.evenhand.guard.Span;
import io.evenhand.question.Criterion;
import io.evenhand.question.RubricSource;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** One answer, ready to be compared with the criteria of its rubric. */
final class Comparison {

    /**
     * Word pieces that are read of each kind of text; the longest takes half a second. A criterion
     * that fills a page is no longer one thing to look for.
     */
    static final int OF_ANSWER = 8 * Windows.LENGTH;

    private static final int OF_MODEL_ANSWER = 4 * Windows.LENGTH;
    private static final int OF_QUESTION = 2 * Windows.LENGTH;
    private static final int OF_CRITERION = Windows.LENGTH;

    private final Assignment assignment;
    private final Keys keys;
    private final PieceSearch question;
    private final PieceSearch answer;
    private final boolean whole;
    private final Passages passages;
    private final Map<TokenVectors, Alignment> alignments = new IdentityHashMap<>();

    Comparison(Assignment assignment, Keys keys, TextEncoder encoder) {
        this.assignment = assignment;
        this.keys = keys;
        this.question = new PieceSearch(keys.of(assignment.question().text(), OF_QUESTION));
        TokenVectors vectors = encoder.encode(assignment.answer(), OF_ANSWER);
        this.answer = new PieceSearch(vectors);
        this.whole = vectors.whole();
        this.passages = new Passages(assignment.answer(), vectors);
    }

    /** Whether the answer was read to its end. */
    boolean whole() {
        return whole;
    }

    /** Empty where nothing can be said: a deduction, or a text that says nothing to look for. */
    Optional<Finding> find(Criterion criterion) {
        if (criterion.isDeduction()) {
            return Optional.empty();
        }
        if (assignment.rubricSource() == RubricSource.DEFAULT) {
            return ofModelAnswer(criterion).or(() -> ofDescription(criterion));
        }
        return ofDescription(criterion).or(this::ofWholeModelAnswers);
    }

    /**
     * A criterion made of a piece of the model answer is compared as part of it, since its words
     * take their meaning from the rest; one that stands for all model answers counts by the best.
     */
    private Optional<Finding> ofModelAnswer(Criterion criterion) {
        String piece = oneLine(criterion.description());
        Optional<String> source =
                assignment.question().modelAnswers().stream()
                        .map(Comparison::oneLine)
                        .filter(text -> !piece.isEmpty() && text.contains(piece))
                        .findFirst();
        if (source.isPresent()) {
            return ofPiece(source.get(), piece);
        }
        boolean only = assignment.rubric().criteria().size() == 1;
        return only ? ofWholeModelAnswers() : Optional.empty();
    }

    /** Rubrics are made of sentences joined by a space, whatever stood between them. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private Optional<Finding> ofPiece(String modelAnswer, String piece) {
        TokenVectors key = keys.of(modelAnswer, OF_MODEL_ANSWER);
        Alignment all = align(key);
        int start = modelAnswer.indexOf(piece);
        Alignment part = all.within(key, new Span(start, start + piece.length()));
        return part.saysNothing() ? Optional.empty() : Optional.of(finding(part, all.mass()));
    }

    private Optional<Finding> ofWholeModelAnswers() {
        return assignment.question().modelAnswers().stream()
                .flatMap(text -> ofText(text, OF_MODEL_ANSWER).stream())
                .max(Comparator.comparingDouble(Finding::share));
    }

    private Optional<Finding> ofDescription(Criterion criterion) {
        return ofText(criterion.description(), OF_CRITERION);
    }

    private Optional<Finding> ofText(String text, int mostPieces) {
        Alignment alignment = align(keys.of(text, mostPieces));
        return alignment.saysNothing()
                ? Optional.empty()
                : Optional.of(finding(alignment, alignment.mass()));
    }

    /** The pieces of one model answer share its alignment. */
    private Alignment align(TokenVectors key) {
        return alignments.computeIfAbsent(key, k -> Alignment.of(k, question, answer));
    }

    private Finding finding(Alignment alignment, double mass) {
        return new Finding(Share.of(alignment.coverage(), mass), passages.covering(alignment));
    }
}
