package io.evenhand.semantic.training;

import io.evenhand.semantic.scoring.Band;
import io.evenhand.semantic.scoring.ItemCurve;
import io.evenhand.semantic.scoring.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a training, as lines of text. */
final class TrainReport {

    private static final String HEADING =
            "%-26s %7s %6s %6s %6s %6s %6s %6s %8s%n"
                    .formatted(
                            "set",
                            "answers",
                            "r",
                            "r said",
                            "share",
                            "MAE",
                            "AUC",
                            "t_RQ",
                            "coverage");

    private final Training training;
    private final Weights weights;
    private final List<Double> coverages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    TrainReport(Training training, Weights weights) {
        this.training = training;
        this.weights = weights;
    }

    /**
     * @param others measured, but not counted: languages that are not graded
     */
    String text(List<SampleSet> heldOut, List<SampleSet> others) {
        text.append("Each by a head and intervals that were made without it:\n").append(HEADING);
        for (SampleSet set : training.sets()) {
            add(new Scores(set, training.headWithout(set)), training.bandsWithout(set));
        }
        text.append("By what ships:\n").append(HEADING);
        heldOut.forEach(set -> add(new Scores(set, weights.head()), weights.bands()));
        int counted = coverages.size();
        others.forEach(set -> add(new Scores(set, weights.head()), weights.bands()));
        coverages.subList(counted, coverages.size()).clear();
        text.append("Rubric items by a curve made without them:\n");
        training.labelled().forEach(this::addItems);
        double pooled = coverages.stream().mapToDouble(c -> c).average().orElse(0);
        add("Coverage of 80 %% intervals, the mean of these sets: %.0f %%%n", 100 * pooled);
        return text.toString();
    }

    private void add(Scores scores, List<Band> bands) {
        Agreement byScore = scores.byScore();
        add(
                "%-26s %7d %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %7.0f%%%n",
                scores.set().name(),
                scores.set().samples().size(),
                byScore.r(),
                scores.ofTelling().r(),
                scores.byShare().r(),
                scores.byShare().meanError(),
                byScore.areaUnderCurve(),
                scores.byCoverage().r(),
                100 * counted(scores.coverage(bands)));
    }

    private void addItems(SampleSet set) {
        ItemCurve curve =
                Training.items(training.labelled().stream().filter(s -> s != set).toList());
        Rubrics rubrics = new Rubrics(set, curve);
        Agreement items = rubrics.items();
        add(
                "%-26s %7d items: AUC %.3f, r %.3f, MAE %.3f, same side of half %.0f %%%n",
                set.name(),
                items.human().length,
                items.areaUnderCurve(),
                items.r(),
                items.meanError(),
                100 * items.sameSide());
        add(
                "%-26s %7d answers: r %.3f, MAE %.3f, coverage %.0f %%%n",
                "",
                rubrics.totals().human().length,
                rubrics.totals().r(),
                rubrics.totals().meanError(),
                100 * counted(rubrics.coverage(weights.bands())));
    }

    private double counted(double coverage) {
        coverages.add(coverage);
        return coverage;
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
