package io.evenhand.semantic;

import java.util.List;
import java.util.Locale;

/** The figures of a training, as lines of text. */
final class TrainReport {

    private static final String HEADING =
            "%-26s %7s %6s %6s %6s %6s %6s %6s %8s%n"
                    .formatted(
                            "set", "answers", "r", "r said", "share r", "MAE", "AUC", "t_RQ r",
                            "coverage");

    private final Training training;
    private final Weights weights;

    TrainReport(Training training, Weights weights) {
        this.training = training;
        this.weights = weights;
    }

    String text(List<SampleSet> heldOut) {
        StringBuilder text = new StringBuilder("Each set by a head that was not trained on it:\n");
        text.append(HEADING);
        for (SampleSet set : training.sets()) {
            text.append(line(new Scores(set, training.headWithout(set)), training.bandsWithout(set)));
        }
        text.append("By the head that ships:\n").append(HEADING);
        heldOut.forEach(set -> text.append(line(new Scores(set, weights.head()), weights.bands())));
        return text.append(items()).toString();
    }

    private static String line(Scores scores, List<Band> bands) {
        Agreement byScore = scores.byScore();
        return String.format(
                Locale.ROOT,
                "%-26s %7d %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %7.0f%%%n",
                scores.set().name(),
                scores.set().samples().size(),
                byScore.r(),
                scores.ofTelling().r(),
                scores.byShare().r(),
                scores.byShare().meanError(),
                byScore.areaUnderCurve(),
                scores.byCoverage().r(),
                100 * scores.coverage(bands));
    }

    private String items() {
        StringBuilder text = new StringBuilder("Rubric items, without training:\n");
        for (SampleSet set : training.labelled()) {
            ItemCurve.Labels labels = ItemCurve.Labels.of(set);
            ItemCurve others =
                    Training.items(training.labelled().stream().filter(s -> s != set).toList());
            Agreement shares =
                    new Agreement(
                            java.util.Arrays.stream(labels.scores()).map(others::share).toArray(),
                            labels.human());
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-26s %7d items, AUC %.3f, r %.3f, MAE %.3f, right side of half %.0f %%%n",
                            set.name(),
                            labels.scores().length,
                            shares.areaUnderCurve(),
                            shares.r(),
                            shares.meanError(),
                            100 * shares.sameSide()));
        }
        return text.toString();
    }
}
