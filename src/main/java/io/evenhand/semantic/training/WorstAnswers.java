package io.evenhand.semantic.training;

import io.evenhand.semantic.scoring.Weights;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answers of a data set on which people and the in-process grader differ most, to be read. */
record WorstAnswers(Weights weights) {

    String of(SampleSet set, int most) {
        Scores scores = new Scores(set, weights.head());
        return set.samples().stream()
                .sorted(
                        Comparator.comparingDouble(
                                sample ->
                                        -Math.abs(scores.share(sample) - sample.graded().score())))
                .limit(most)
                .map(sample -> text(sample.graded(), scores.share(sample)))
                .collect(Collectors.joining("\n", "\nWorst of " + set.name() + "\n", ""));
    }

    private static String text(GradedAnswer graded, double share) {
        return String.format(
                Locale.ROOT,
                "%s: people %.2f, grader %.2f%n  Q: %s%n  M: %s%n  A: %s%n",
                graded.id(),
                graded.score(),
                share,
                oneLine(graded.question()),
                graded.keys().stream().map(WorstAnswers::oneLine).toList(),
                oneLine(graded.answer()));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
