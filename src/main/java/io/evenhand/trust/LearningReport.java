package io.evenhand.trust;

import io.evenhand.trust.Agreement.Pair;
import io.evenhand.trust.LearningTrial.Predicted;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The figures of one set as lines of text; each is the mean over several random choices. */
final class LearningReport {

    private static final long SEEDS = 5;
    private static final List<Integer> REVIEWS = List.of(0, 5, 10, 20);
    private static final List<Integer> SHRINKAGES = List.of(0, 5, 10, 20, 40);

    /** Reviewed answers of other questions. */
    private static final int OTHERS = 20;

    /** What the service shrinks by. */
    private static final int CHOSEN = 10;

    private final LearningTrial trial;

    private LearningReport(LearningTrial trial) {
        this.trial = trial;
    }

    static String of(String name, LearningTrial trial) {
        String head =
                "%s: %d questions, %d skipped%n"
                        .formatted(name, trial.questions(), trial.skipped());
        return trial.questions() == 0 ? head : head + new LearningReport(trial).lines();
    }

    private String lines() {
        return line("r / MAE at k = 0, 5, 10, 20", REVIEWS, k -> figures(k, 0, CHOSEN))
                + line("the same and 20 of others", REVIEWS, k -> figures(k, OTHERS, CHOSEN))
                + line("in the 80 % interval", REVIEWS, k -> inInterval(k))
                + line(
                        "k = 0, 20 of others shrunk by 0 to 40",
                        SHRINKAGES,
                        by -> figures(0, OTHERS, by));
    }

    private static String line(String what, List<Integer> values, IntFunction<String> figure) {
        return values.stream()
                .map(figure::apply)
                .collect(Collectors.joining("   ", "  %-38s ".formatted(what), "%n".formatted()));
    }

    private String figures(int own, int others, int shrinkage) {
        List<List<Pair>> splits =
                splits(own, others, shrinkage)
                        .map(all -> all.stream().map(LearningReport::pair).toList())
                        .toList();
        return "%.2f / %.3f"
                .formatted(
                        mean(splits, Agreement::pearson),
                        mean(splits, Agreement::meanAbsoluteError));
    }

    private String inInterval(int own) {
        double share =
                mean(
                        splits(own, OTHERS, CHOSEN).toList(),
                        all ->
                                (double) all.stream().filter(Predicted::inInterval).count()
                                        / all.size());
        return "%-12s".formatted(Math.round(100 * share) + " %");
    }

    private Stream<List<Predicted>> splits(int own, int others, int shrinkage) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> trial.predictions(own, others, shrinkage, seed));
    }

    private static Pair pair(Predicted predicted) {
        return new Pair(predicted.human(), predicted.expected().expected());
    }

    private static <T> double mean(List<T> splits, ToDoubleFunction<T> measure) {
        return splits.stream().mapToDouble(measure).average().orElse(Double.NaN);
    }
}
