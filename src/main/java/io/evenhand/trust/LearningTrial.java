package io.evenhand.trust;

import io.evenhand.grading.Calibrated;
import io.evenhand.semantic.Rehearsal;
import io.evenhand.semantic.Rehearsal.Play;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One set of human-graded answers, split again and again into some that were reviewed and the rest.
 *
 * <p>Of each question the same answers are predicted however many were reviewed, so that the
 * figures can be compared.
 */
final class LearningTrial {

    /** The most reviewed answers of a question. */
    static final int MOST = 20;

    /** So many are left to be predicted at least. */
    private static final int LEFT = 5;

    private final List<List<Seen>> questions;
    private final int skipped;

    private LearningTrial(List<List<Seen>> questions, int skipped) {
        this.questions = questions;
        this.skipped = skipped;
    }

    /** Reads every answer once. */
    static LearningTrial of(Rehearsal rehearsal, List<GoldAnswer> answers) {
        Map<String, List<GoldAnswer>> byQuestion =
                answers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        GoldAnswer::question,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<List<Seen>> questions =
                byQuestion.values().stream()
                        .filter(LearningTrial::suffice)
                        .map(all -> seen(rehearsal, all))
                        .filter(LearningTrial::suffice)
                        .toList();
        return new LearningTrial(questions, byQuestion.size() - questions.size());
    }

    private static boolean suffice(List<?> answers) {
        return answers.size() >= MOST + LEFT;
    }

    private static List<Seen> seen(Rehearsal rehearsal, List<GoldAnswer> answers) {
        return answers.stream().flatMap(gold -> seen(rehearsal, gold)).toList();
    }

    private static Stream<Seen> seen(Rehearsal rehearsal, GoldAnswer gold) {
        return gold.modelAnswers().isEmpty()
                ? Stream.empty()
                : rehearsal
                        .play(gold.question(), gold.modelAnswers(), gold.answer())
                        .map(play -> new Seen(play, gold.share()))
                        .stream();
    }

    int questions() {
        return questions.size();
    }

    /** Questions with too few answers, without a model answer or in another language. */
    int skipped() {
        return skipped;
    }

    /**
     * What is predicted of the answers that nobody reviewed.
     *
     * @param own reviewed answers of the question itself, at most {@link #MOST}
     * @param others reviewed answers of other questions
     * @param shrinkage how many reviews count as much as the assumption that there is no drift
     */
    List<Predicted> predictions(int own, int others, double shrinkage, long seed) {
        return questions.stream()
                .flatMap(
                        all ->
                                predicted(
                                        shuffled(all, seed),
                                        own,
                                        drift(all, others, shrinkage, seed)))
                .toList();
    }

    /** One draw from the whole set, of which each question leaves out its own answers. */
    private double drift(List<Seen> question, int reviews, double shrinkage, long seed) {
        List<Seen> everything = questions.stream().flatMap(List::stream).toList();
        List<Seen> reviewed =
                shuffled(everything, seed).stream()
                        .filter(seen -> !question.contains(seen))
                        .limit(reviews)
                        .toList();
        double mean = reviewed.stream().mapToDouble(Seen::error).average().orElse(0);
        return Rehearsal.drift(mean, reviewed.size(), shrinkage);
    }

    private static Stream<Predicted> predicted(List<Seen> all, int reviews, double drift) {
        List<Seen> reviewed = all.subList(0, reviews);
        List<Seen> rest = all.subList(MOST, all.size());
        List<Calibrated> expected =
                Rehearsal.expected(
                        reviewed.stream().map(Seen::play).toList(),
                        reviewed.stream().map(Seen::human).toList(),
                        drift,
                        rest.stream().map(Seen::play).toList());
        return IntStream.range(0, rest.size())
                .mapToObj(i -> new Predicted(rest.get(i).human(), expected.get(i)));
    }

    private static List<Seen> shuffled(List<Seen> all, long seed) {
        List<Seen> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** An answer as the grader sees it and what people gave, 0 to 1. */
    private record Seen(Play play, double human) {

        double error() {
            return human - play.prior();
        }
    }

    /** What people gave, 0 to 1, and what was expected of them. */
    record Predicted(double human, Calibrated expected) {

        boolean inInterval() {
            return expected.low() <= human && human <= expected.high();
        }
    }
}
