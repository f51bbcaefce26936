package io.evenhand.semantic.training;

import io.evenhand.semantic.scoring.Band;
import io.evenhand.semantic.scoring.ItemCurve;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a curve of items gives the answers of a data set whose rubrics people labelled. */
record Rubrics(SampleSet set, ItemCurve curve) {

    /** Item by item. */
    Agreement items() {
        ItemCurve.Labels labels = set.labels();
        return new Agreement(
                Arrays.stream(labels.scores()).map(curve::share).toArray(), labels.human());
    }

    /** Answer by answer, every item counting the same. */
    Agreement totals() {
        List<Sample> samples = set.telling();
        return new Agreement(
                samples.stream().mapToDouble(this::share).toArray(),
                samples.stream().mapToDouble(s -> s.graded().score()).toArray());
    }

    /** The part of people's scores that lies within the bands. */
    double coverage(List<Band> bands) {
        Stream<Sample> covered =
                set.telling().stream()
                        .filter(
                                s ->
                                        Band.of(bands, share(s))
                                                .wider(s.doubt())
                                                .covers(share(s), s.graded().score()));
        return (double) covered.count() / set.telling().size();
    }

    private double share(Sample sample) {
        return sample.itemScores().stream().mapToDouble(curve::share).average().orElse(0);
    }
}
