package io.evenhand.review.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The page of agreement, ready to print.
 *
 * @param few whether there are too few reviews for the numbers to mean much
 */
public record AgreementView(
        int reviewed,
        boolean few,
        String raw,
        String kappa,
        String quadratic,
        String interval,
        List<Bar> bars,
        List<Matrix> matrices) {

    /** Scores are compared in tenths of the maximum. */
    private static final int STEPS = 10;

    private static final int FEW = 30;

    private static final List<String> LABELS = List.of("met", "partly", "not_met", "cannot_tell");

    /** The drawing: a row for each band, bars from 110 to 510. */
    private static final int LEFT = 110;

    private static final int WIDTH = 400;
    private static final int ROW = 28;

    static AgreementView of(
            List<Reviews.Pair> pairs, List<Reviews.Verdicts> verdicts, boolean byCriterion) {
        int[][] all = counts(verdicts);
        Kappa.Interval interval = Kappa.interval(pairs, STEPS);
        return new AgreementView(
                pairs.size(),
                pairs.size() < FEW,
                percent(verdicts.isEmpty() ? Double.NaN : Kappa.raw(all)),
                number(Kappa.plain(all)),
                number(Kappa.quadratic(Kappa.steps(pairs, STEPS))),
                number(interval.low()) + " to " + number(interval.high()),
                bars(Overrides.of(pairs)),
                matrices(verdicts, all, byCriterion));
    }

    private static List<Matrix> matrices(
            List<Reviews.Verdicts> verdicts, int[][] all, boolean byCriterion) {
        List<Matrix> matrices = new ArrayList<>();
        matrices.add(Matrix.of("All criteria", all));
        if (byCriterion) {
            Map<String, List<Reviews.Verdicts>> each = new LinkedHashMap<>();
            verdicts.forEach(
                    v -> each.computeIfAbsent(v.criterion(), k -> new ArrayList<>()).add(v));
            each.forEach((id, own) -> matrices.add(Matrix.of(id, counts(own))));
        }
        return matrices;
    }

    static int[][] counts(List<Reviews.Verdicts> verdicts) {
        int[][] counts = new int[LABELS.size()][LABELS.size()];
        verdicts.forEach(
                v -> counts[LABELS.indexOf(v.machine())][LABELS.indexOf(v.human())] += v.count());
        return counts;
    }

    private static List<Bar> bars(List<Overrides.Band> bands) {
        return IntStream.range(0, bands.size()).mapToObj(i -> bar(bands.get(i), i)).toList();
    }

    private static Bar bar(Overrides.Band band, int row) {
        return new Bar(
                band.title(),
                band.reviewed() == 0
                        ? "none reviewed"
                        : "%s (%d of %d)"
                                .formatted(percent(band.rate()), band.changed(), band.reviewed()),
                row * ROW + 6,
                (int) Math.round(band.rate() * WIDTH),
                band.reviewed() > 0,
                LEFT + (int) Math.round(band.low() * WIDTH),
                LEFT + (int) Math.round(band.high() * WIDTH));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : Math.round(share * 100) + " %";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    /**
     * A bar of the drawing, in its units.
     *
     * @param low where the interval begins
     * @param high where it ends
     */
    public record Bar(
            String title, String words, int y, int width, boolean any, int low, int high) {}

    /** How often what met what: rows are the machine's, columns the person's. */
    public record Matrix(String title, String agreement, List<String> labels, List<Row> rows) {

        static Matrix of(String title, int[][] counts) {
            List<String> labels = LABELS.stream().map(label -> label.replace('_', ' ')).toList();
            return new Matrix(
                    title,
                    percent(Kappa.raw(counts)) + ", κ " + number(Kappa.plain(counts)),
                    labels,
                    IntStream.range(0, LABELS.size())
                            .mapToObj(
                                    i ->
                                            new Row(
                                                    labels.get(i),
                                                    i,
                                                    IntStream.of(counts[i]).boxed().toList()))
                            .toList());
        }
    }

    /** A row of a matrix; the cell at its own place is where both agree. */
    public record Row(String label, int place, List<Integer> cells) {}
}
