package io.evenhand.semantic.judging;

import io.evenhand.question.Criterion;
import io.evenhand.semantic.scoring.Band;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What the comparison of a whole rubric with an answer came to. */
final class Findings {

    private Findings() {}

    /**
     * The findings with shares that add up to the whole answer's, if there is one.
     *
     * @param criteria one for each finding
     */
    static List<Optional<Finding>> adjusted(
            List<Criterion> criteria, List<Optional<Finding>> findings, OptionalDouble whole) {
        List<Integer> judged = judged(criteria, findings);
        if (whole.isEmpty() || judged.isEmpty()) {
            return findings;
        }
        double[] shares =
                judged.stream().mapToDouble(i -> findings.get(i).orElseThrow().share()).toArray();
        List<BigDecimal> points =
                judged.stream().map(i -> criteria.get(i).points().value()).toList();
        double[] spread = Spread.over(whole.getAsDouble(), shares, points);
        List<Optional<Finding>> adjusted = new ArrayList<>(findings);
        for (int k = 0; k < spread.length; k++) {
            double share = spread[k];
            adjusted.set(judged.get(k), findings.get(judged.get(k)).map(f -> f.withShare(share)));
        }
        return adjusted;
    }

    /**
     * The findings with shares that add up to the mean of their own sum and the whole answer's, if
     * there is one and it is less: two views of an answer err less than one. The whole answer never
     * raises the sum, since it holds what chance finds, which was taken off the criteria.
     *
     * @param criteria one for each finding
     */
    static List<Optional<Finding>> tempered(
            List<Criterion> criteria, List<Optional<Finding>> findings, OptionalDouble whole) {
        double earned = 0;
        double all = 0;
        for (int i : judged(criteria, findings)) {
            double points = criteria.get(i).points().value().doubleValue();
            earned += points * findings.get(i).orElseThrow().share();
            all += points;
        }
        double own = all > 0 ? earned / all : 0;
        return own > whole.orElse(1)
                ? adjusted(criteria, findings, OptionalDouble.of((own + whole.orElse(1)) / 2))
                : findings;
    }

    /** Where there is a finding and something to be earned. */
    private static List<Integer> judged(
            List<Criterion> criteria, List<Optional<Finding>> findings) {
        return IntStream.range(0, findings.size())
                .filter(i -> findings.get(i).isPresent())
                .filter(i -> criteria.get(i).points().isPositive())
                .boxed()
                .toList();
    }

    /** Each as sure as people's scores lie close to shares like its own. */
    static List<Optional<Finding>> weighed(
            List<Optional<Finding>> findings, List<Band> bands, double doubt) {
        return findings.stream()
                .map(
                        finding ->
                                finding.map(
                                        f ->
                                                f.withConfidence(
                                                        Band.of(bands, f.share())
                                                                .wider(doubt)
                                                                .certainty(f.share()))))
                .toList();
    }
}
