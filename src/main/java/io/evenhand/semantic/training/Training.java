package io.evenhand.semantic.training;

import io.evenhand.semantic.scoring.Band;
import io.evenhand.semantic.scoring.Head;
import io.evenhand.semantic.scoring.ItemCurve;
import io.evenhand.semantic.scoring.Weights;
import java.util.ArrayList;
import java.util.List;

/** Makes weights of data sets: the head, the curve of items, the intervals. */
final class Training {

    private static final String ABOUT =
            "Weights of the in-process grader, made by bin/train-semantic; docs/semantic.md tells"
                    + " of the data, their licences and the figures.";

    private final List<SampleSet> sets;
    private final List<SampleSet> labelled;

    /**
     * @param sets what the head learns from, and the intervals
     * @param labelled what the curve of items learns from
     */
    Training(List<SampleSet> sets, List<SampleSet> labelled) {
        this.sets = List.copyOf(sets);
        this.labelled = List.copyOf(labelled);
    }

    List<SampleSet> sets() {
        return sets;
    }

    List<SampleSet> labelled() {
        return labelled;
    }

    Weights weights() {
        List<Weights.Source> sources = new ArrayList<>();
        sets.forEach(set -> sources.add(source(set, "head, intervals")));
        labelled.forEach(set -> sources.add(source(set, "items")));
        return new Weights(ABOUT, sources, head(), items(labelled), bands());
    }

    Head head() {
        return HeadFit.of(sets);
    }

    /** Trained on all sets but this one. */
    Head headWithout(SampleSet left) {
        return HeadFit.of(sets.stream().filter(set -> set != left).toList());
    }

    static ItemCurve items(List<SampleSet> sets) {
        return ItemCurve.fit(sets.stream().map(SampleSet::labels).toList());
    }

    /** From what every set's answers get of a head that has not seen the set. */
    List<Band> bands() {
        return bands(sets);
    }

    /** From all sets but this one. */
    List<Band> bandsWithout(SampleSet left) {
        return bands(sets.stream().filter(set -> set != left).toList());
    }

    private List<Band> bands(List<SampleSet> from) {
        return BandFit.of(
                from.stream()
                        .flatMap(set -> new Scores(set, headWithout(set)).errors().stream())
                        .toList());
    }

    private static Weights.Source source(SampleSet set, String use) {
        return new Weights.Source(set.name(), set.sha256(), use);
    }
}
