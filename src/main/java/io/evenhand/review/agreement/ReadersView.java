package io.evenhand.review.agreement;

import java.util.List;
import java.util.Locale;

/**
 * How far two people agree who read the same answers, ready to print.
 *
 * @param read answers that two read, each unseen by the other; what a third one decided is not in
 *     it
 * @param raw share of criteria with the same verdict
 * @param kappa of verdicts
 * @param quadratic of scores in tenths
 */
public record ReadersView(int read, String raw, String kappa, String quadratic, String interval) {

    private static final int STEPS = 10;

    static ReadersView of(List<Reviews.Pair> pairs, List<Reviews.Verdicts> verdicts) {
        int[][] counts = AgreementView.counts(verdicts);
        Kappa.Interval interval = Kappa.interval(pairs, STEPS);
        double raw = verdicts.isEmpty() ? Double.NaN : Kappa.raw(counts);
        return new ReadersView(
                pairs.size(),
                Double.isNaN(raw) ? "–" : Math.round(raw * 100) + " %",
                number(Kappa.plain(counts)),
                number(Kappa.quadratic(Kappa.steps(pairs, STEPS))),
                number(interval.low()) + " to " + number(interval.high()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
