package io.evenhand.trust;

import io.evenhand.trust.Agreement.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Gathers gradings of gold answers and says how far they agree with people. */
final class AgreementReport {

    private final List<Pair> scores = new ArrayList<>();
    private final List<Pair> items = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private double maxScore;
    private int answers;
    private int quotes;
    private int verdicts;
    private int inRange;

    synchronized void add(GoldAnswer gold, JsonNode grading, double took) {
        seconds.add(took);
        add(gold, grading);
    }

    /** The same of one that was graded among many, which says nothing of the time it took. */
    synchronized void add(GoldAnswer gold, JsonNode grading) {
        answers++;
        maxScore = gold.maxScore();
        count("status " + grading.path("status").asString());
        count("graded by " + grading.path("grader").path("kind").asString("nobody"));
        grading.path("reviewReasons").valueStream().forEach(r -> count("review " + r.asString()));
        JsonNode reason = grading.path("grader").path("fallbackReason");
        if (reason.isString()) {
            count("fallback " + reason.asString());
        }
        grading.path("criteria").valueStream().forEach(this::add);
        if (grading.path("score").isNumber()) {
            double share = grading.path("percentage").asDouble() / 100;
            scores.add(new Pair(gold.share(), share));
            inRange += holds(grading, gold) ? 1 : 0;
            List<Double> shares = GradingClient.shares(grading);
            for (int i = 0; i < gold.items().size(); i++) {
                items.add(new Pair(gold.items().get(i).human(), shares.get(i)));
            }
        }
    }

    private static boolean holds(JsonNode grading, GoldAnswer gold) {
        double max = grading.path("maxScore").asDouble();
        double human = gold.share() * max;
        JsonNode range = grading.path("scoreRange");
        return range.path("min").asDouble() <= human + 1e-9
                && human <= range.path("max").asDouble() + 1e-9;
    }

    private void add(JsonNode criterion) {
        verdicts++;
        quotes += criterion.path("evidence").size();
        count("verdict " + criterion.path("verdict").asString());
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    synchronized String text(String name) {
        StringBuilder text = new StringBuilder();
        text.append("%s: %d answers, %d with a score%n".formatted(name, answers, scores.size()));
        if (scores.size() > 1) {
            text.append(
                    "  scores: r %.2f, mean absolute error %.3f, quadratic weighted kappa %.2f, in range %d %%%n"
                            .formatted(
                                    Agreement.pearson(scores),
                                    Agreement.meanAbsoluteError(scores),
                                    Agreement.quadraticWeightedKappa(
                                            scores, (int) Math.max(1, Math.round(maxScore))),
                                    100 * inRange / scores.size()));
        }
        if (items.size() > 1) {
            text.append(
                    "  criteria: area under the curve %.2f, exact %d %% of %d%n"
                            .formatted(Agreement.areaUnderCurve(items), exact(), items.size()));
        }
        text.append("  evidence: %d passages for %d verdicts%n".formatted(quotes, verdicts));
        text.append(times());
        counts.forEach((what, n) -> text.append("  %-32s %d%n".formatted(what, n)));
        return text.toString();
    }

    private String times() {
        if (seconds.isEmpty()) {
            return "";
        }
        List<Double> sorted = seconds.stream().sorted().toList();
        return "  seconds: median %.2f, 90 %% within %.2f%n"
                .formatted(sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.9)));
    }

    private long exact() {
        return 100
                * items.stream().filter(p -> p.human() > 0.5 == p.machine() >= 0.5).count()
                / items.size();
    }
}
