package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds answers that are a model answer word by word, in its order or another, or with a negation
 * put in or taken out. Whoever answers in their own words leaves other words over, so that order
 * and polarity are compared only where hardly any are.
 *
 * <p>Flags 4 copies and no rearranged one of 12,747 answers that students wrote ({@code
 * bin/flags}).
 */
final class CopiedModelAnswer implements Detector {

    /** Content words; a shorter model answer is met by chance. */
    private static final int FEWEST = 9;

    /** Share of the answer's content words that the model answer has too. */
    private static final double OF_ANSWER = .9;

    /** Share of the model answer's content words that the answer has, in another order. */
    private static final double OF_KEY = .6;

    /** Share of the words that stand in the model answer's order from which it is that order. */
    private static final double SAME_ORDER = .9;

    /** Words in a row that two people do not find by chance. */
    private static final int RUN = 6;

    /** Words of such runs that make a copy of a part. */
    private static final int MANY_IN_RUNS = 15;

    private static final String LANGUAGE = "en";

    @Override
    public Stream<Flag> look(Subject subject) {
        List<Token> answer = subject.shown().tokens();
        return subject.inspection().modelAnswers().stream()
                .map(key -> Tokens.of(Folding.of(key)))
                .flatMap(key -> finding(answer, key).stream())
                .limit(1)
                .map(code -> flag(code, subject));
    }

    private static Optional<Flag.Code> finding(List<Token> answer, List<Token> key) {
        List<Token> own = Content.positive(answer, LANGUAGE);
        List<Token> model = Content.positive(key, LANGUAGE);
        if (own.size() < FEWEST || model.size() < FEWEST) {
            return Optional.empty();
        }
        List<Integer> places = placesIn(model, own);
        if (places.size() < OF_ANSWER * own.size()) {
            return Optional.empty();
        }
        boolean whole = places.size() >= OF_KEY * model.size();
        boolean ordered = inOrder(places) >= SAME_ORDER * places.size();
        boolean turned = negations(answer) != negations(key);
        if (whole && (!ordered || turned)) {
            return Optional.of(Flag.Code.REARRANGED_MODEL_ANSWER);
        }
        int inRuns = new Shingles(key, RUN).foundIn(answer).cardinality();
        return ordered && inRuns >= MANY_IN_RUNS
                ? Optional.of(Flag.Code.COPIED_MODEL_ANSWER)
                : Optional.empty();
    }

    private static Flag flag(Flag.Code code, Subject subject) {
        String detail =
                code == Flag.Code.COPIED_MODEL_ANSWER
                        ? "The answer matches a model answer nearly word by word."
                        : "The answer has a model answer's words in another order or with another"
                                + " negation.";
        return new Flag(code, detail, 0, subject.answer().length());
    }

    /** For each own word that the model has too, its next unused place there. */
    private static List<Integer> placesIn(List<Token> model, List<Token> own) {
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int at = 0; at < model.size(); at++) {
            places.computeIfAbsent(model.get(at).text(), word -> new ArrayDeque<>()).add(at);
        }
        List<Integer> found = new ArrayList<>();
        for (Token word : own) {
            Deque<Integer> left = places.get(word.text());
            if (left != null && !left.isEmpty()) {
                found.add(left.removeFirst());
            }
        }
        return found;
    }

    /** Length of the longest rising subsequence (Fredman, 1975). */
    private static int inOrder(List<Integer> places) {
        List<Integer> ends = new ArrayList<>();
        for (int place : places) {
            int at = Collections.binarySearch(ends, place);
            int to = at >= 0 ? at : -at - 1;
            if (to == ends.size()) {
                ends.add(place);
            } else {
                ends.set(to, place);
            }
        }
        return ends.size();
    }

    private static int negations(List<Token> tokens) {
        return Words.about(Topic.NEGATION, tokens).size();
    }
}
