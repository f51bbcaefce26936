package io.evenhand.semantic.judging;

import io.evenhand.grading.Assignment;
import io.evenhand.guard.Span;
import io.evenhand.question.Criterion;
import io.evenhand.question.RubricSource;
import io.evenhand.semantic.alignment.Alignment;
import io.evenhand.semantic.alignment.Keys;
import io.evenhand.semantic.alignment.Reading;
import io.evenhand.semantic.alignment.Text;
import io.evenhand.semantic.alignment.TextReader;
import io.evenhand.semantic.scoring.Doubt;
import io.evenhand.semantic.scoring.ItemScore;
import io.evenhand.semantic.scoring.Scorer;
import io.evenhand.semantic.scoring.Weights;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One answer, ready to be compared with the criteria of its rubric. */
final class Comparison {

    private final Assignment assignment;
    private final Reader reader;
    private final Weights weights;
    private final Reading reading;
    private final Passages passages;
    private final Map<Text, Alignment> alignments = new IdentityHashMap<>();

    /** What reads texts of the assignment's language, and scores them. */
    record Reader(Keys keys, Scorer scorer) {}

    Comparison(Assignment assignment, Reader reader, Weights weights) {
        this.assignment = assignment;
        this.reader = reader;
        this.weights = weights;
        this.reading = reader.scorer().read(assignment.question().text(), assignment.answer());
        this.passages = new Passages(assignment.answer(), reading.answer().pieces());
    }

    /** Whether the answer was read to its end. */
    boolean whole() {
        return reading.answer().pieces().whole();
    }

    /** How much wider intervals are than usual, see {@link Doubt}. */
    double doubt() {
        return Doubt.of(assignment.answer(), reading.answer().words());
    }

    /** The trained head's share of the whole answer, if it can be held beside a model answer. */
    OptionalDouble share() {
        return assignment.question().modelAnswers().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        reader.scorer().share(reading, assignment.question().modelAnswers()));
    }

    /** Empty where nothing can be said: a deduction, or a text that says nothing to look for. */
    Optional<Finding> find(Criterion criterion) {
        if (criterion.isDeduction()
                || Doubt.isIllegible(assignment.answer(), reading.answer().words())) {
            return Optional.empty();
        }
        Optional<Alignment> alignment =
                isDefault()
                        ? ofModelAnswer(criterion).or(() -> ofDescription(criterion))
                        : ofDescription(criterion).or(this::ofWholeModelAnswers);
        return alignment.map(this::finding);
    }

    /** Whether the criteria are pieces of model answers, so that these are all that counts. */
    boolean isDefault() {
        return assignment.rubricSource() == RubricSource.DEFAULT;
    }

    /**
     * A criterion made of a piece of the model answer is compared as part of it, since its words
     * take their meaning from the rest; one that stands for all model answers counts by the best.
     */
    private Optional<Alignment> ofModelAnswer(Criterion criterion) {
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

    private Optional<Alignment> ofPiece(String modelAnswer, String piece) {
        Text key = reader.keys().of(modelAnswer, TextReader.OF_MODEL_ANSWER);
        int start = modelAnswer.indexOf(piece);
        return telling(align(key).within(key.pieces(), new Span(start, start + piece.length())));
    }

    private Optional<Alignment> ofWholeModelAnswers() {
        return assignment.question().modelAnswers().stream()
                .flatMap(text -> ofText(text, TextReader.OF_MODEL_ANSWER).stream())
                .max(Comparator.comparingDouble(ItemScore::of));
    }

    private Optional<Alignment> ofDescription(Criterion criterion) {
        return ofText(criterion.description(), TextReader.OF_CRITERION);
    }

    private Optional<Alignment> ofText(String text, int mostPieces) {
        return telling(align(reader.keys().of(text, mostPieces)));
    }

    /** The pieces of one model answer share its alignment. */
    private Alignment align(Text key) {
        return alignments.computeIfAbsent(
                key, k -> reading.with(k).keyFoundBeyond(reader.keys().chance(k)));
    }

    private static Optional<Alignment> telling(Alignment alignment) {
        return alignment.saysNothing() ? Optional.empty() : Optional.of(alignment);
    }

    private Finding finding(Alignment alignment) {
        double share =
                reading.answer().words().saysNothing()
                        ? 0
                        : weights.items().share(ItemScore.of(alignment));
        return new Finding(share, passages.covering(alignment), 0);
    }
}
