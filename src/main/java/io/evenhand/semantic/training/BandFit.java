package io.evenhand.semantic.training;

import io.evenhand.semantic.scoring.Band;
import io.evenhand.semantic.scoring.Rounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Split-conformal intervals: quantiles of what a head got wrong on sets that it was not trained on,
 * for every part of the scale, every set weighing the same.
 */
final class BandFit {

    private static final double[] ENDS = {.25, .4, .5, .6, .7, .8, 1};

    /** Share of people's scores that lie below the interval, and of those above. */
    private static final double TAIL = .1;

    /** What was given and what people gave, and how much the answer weighs. */
    record Error(double share, double human, double weight) {

        double size() {
            return human - share;
        }
    }

    private BandFit() {}

    static List<Error> errors(double[] shares, double[] human) {
        List<Error> errors = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            errors.add(new Error(shares[i], human[i], 1.0 / shares.length));
        }
        return errors;
    }

    static List<Band> of(List<Error> errors) {
        List<Band> bands = new ArrayList<>();
        double from = -1;
        for (double end : ENDS) {
            double start = from;
            List<Error> within =
                    errors.stream()
                            .filter(e -> e.share() > start && e.share() <= end)
                            .sorted(Comparator.comparingDouble(Error::size))
                            .toList();
            bands.add(band(end, within));
            from = end;
        }
        return bands;
    }

    private static Band band(double end, List<Error> sorted) {
        double below = -quantile(sorted, TAIL);
        double above = quantile(sorted, 1 - TAIL);
        return new Band(end, Rounded.of(Math.max(0, below)), Rounded.of(Math.max(0, above)));
    }

    /** The error below which so much of the weight lies. */
    private static double quantile(List<Error> sorted, double part) {
        double left = part * sorted.stream().mapToDouble(Error::weight).sum();
        for (Error error : sorted) {
            left -= error.weight();
            if (left <= 0) {
                return error.size();
            }
        }
        return sorted.isEmpty() ? 0 : sorted.getLast().size();
    }
}
