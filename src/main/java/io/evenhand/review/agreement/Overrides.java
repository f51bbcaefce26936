package io.evenhand.review.agreement;

import io.evenhand.review.queue.ConfidenceBand;
import java.util.Arrays;
import java.util.List;

/** How often people changed the score, by how sure the machine was. */
final class Overrides {

    /** Scores have two decimals, and shares are of ten points or so. */
    private static final double SAME = 0.0005;

    /** Of a two-sided interval of 95 %. */
    private static final double Z = 1.959964;

    private Overrides() {}

    static List<Band> of(List<Reviews.Pair> pairs) {
        return Arrays.stream(ConfidenceBand.values())
                .map(
                        band ->
                                band(
                                        band.title(),
                                        pairs.stream()
                                                .filter(
                                                        pair ->
                                                                ConfidenceBand.of(pair.confidence())
                                                                        == band)
                                                .toList()))
                .toList();
    }

    private static Band band(String title, List<Reviews.Pair> pairs) {
        long changed =
                pairs.stream()
                        .filter(pair -> Math.abs(pair.machine() - pair.human()) > SAME)
                        .count();
        return wilson(title, (int) changed, pairs.size());
    }

    /** With Wilson's score interval (1927). */
    static Band wilson(String title, int changed, int reviewed) {
        if (reviewed == 0) {
            return new Band(title, 0, 0, 0, 0, 1);
        }
        double rate = (double) changed / reviewed;
        double z2 = Z * Z / reviewed;
        double middle = (rate + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(rate * (1 - rate) / reviewed + z2 / reviewed / 4);
        return new Band(
                title,
                changed,
                reviewed,
                rate,
                Math.max(0, middle - half),
                Math.min(1, middle + half));
    }

    /**
     * One band.
     *
     * @param rate share that was changed, 0 to 1
     * @param low of the rate's 95 % interval
     * @param high of the rate's 95 % interval
     */
    public record Band(
            String title, int changed, int reviewed, double rate, double low, double high) {}
}
