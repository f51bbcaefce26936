package io.evenhand.semantic.training;

import io.evenhand.semantic.scoring.Band;
import io.evenhand.semantic.scoring.Head;
import io.evenhand.semantic.scoring.Share;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a head gives the answers of a data set. */
record Scores(SampleSet set, Head head) {

    /** Of the head's score, before it is bent to the scale. */
    Agreement byScore() {
        return by(sample -> sample.best(head));
    }

    Agreement byShare() {
        return by(this::share);
    }

    /** Of the head's score, answers that say nothing left out. */
    Agreement ofTelling() {
        return agreement(set.telling(), sample -> sample.best(head));
    }

    /** Of {@code t_RQ} alone. */
    Agreement byCoverage() {
        return by(sample -> sample.nearest()[0]);
    }

    double share(Sample sample) {
        return sample.empty() ? 0 : Share.of(sample.best(head));
    }

    List<BandFit.Error> errors() {
        Agreement shares = byTelling();
        return BandFit.errors(shares.scores(), shares.human());
    }

    /** The part of people's scores that lies within the bands. */
    double coverage(List<Band> bands) {
        return set.telling().stream()
                .mapToDouble(sample -> isCovered(sample, bands) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private boolean isCovered(Sample sample, List<Band> bands) {
        double share = share(sample);
        return Band.of(bands, share).wider(sample.doubt()).covers(share, sample.graded().score());
    }

    private Agreement byTelling() {
        return agreement(set.telling(), this::share);
    }

    private Agreement by(ToDoubleFunction<Sample> score) {
        return agreement(set.samples(), score);
    }

    private static Agreement agreement(List<Sample> samples, ToDoubleFunction<Sample> score) {
        return new Agreement(
                samples.stream().mapToDouble(score).toArray(),
                samples.stream().mapToDouble(sample -> sample.graded().score()).toArray());
    }
}
