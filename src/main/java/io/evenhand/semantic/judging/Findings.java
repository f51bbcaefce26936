package io.evenhand.semantic.judging;

import io.evenhand.question.Criterion;
import io.evenhand.semantic.scoring.Band;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
        List<Integer> judged = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).isPresent() && criteria.get(i).points().isPositive()) {
                judged.add(i);
            }
        }
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
