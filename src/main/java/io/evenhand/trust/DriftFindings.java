package io.evenhand.trust;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far the form of an honest answer changes its score, and how the plain form was graded. */
final class DriftFindings {

    private final Map<Dress, List<Double>> drifts = new EnumMap<>(Dress.class);
    private int poor;
    private int poorThatPass;
    private int good;
    private int goodThatFail;

    synchronized void plain(Attack.Quality quality, int passMark, SuiteGrade grade) {
        if (grade.percentage().isEmpty()) {
            return;
        }
        boolean passes = grade.passes(passMark);
        switch (quality) {
            case POOR -> {
                poor++;
                poorThatPass += passes ? 1 : 0;
            }
            case GOOD -> {
                good++;
                goodThatFail += passes ? 0 : 1;
            }
        }
    }

    /** Only pairs of which both have a score can be compared. */
    synchronized void dressed(Dress dress, SuiteGrade plain, SuiteGrade dressed) {
        if (plain.percentage().isPresent() && dressed.percentage().isPresent()) {
            drifts.computeIfAbsent(dress, ignored -> new ArrayList<>())
                    .add(
                            Math.abs(
                                    dressed.percentage().getAsDouble()
                                            - plain.percentage().getAsDouble()));
        }
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                "Plain answers: %d of %d poor ones pass, %d of %d good ones fail%n"
                        .formatted(poorThatPass, poor, goodThatFail, good));
        text.append(
                "%n| honest drift | answers | score unchanged | mean | largest |%n".formatted());
        text.append("|---|---|---|---|---|%n".formatted());
        drifts.forEach((dress, points) -> text.append(row(dress, points)));
        return text.toString();
    }

    private static String row(Dress dress, List<Double> points) {
        return "| %s | %d | %d | %.1f points | %.1f points |%n"
                .formatted(
                        dress,
                        points.size(),
                        points.stream().filter(p -> p == 0).count(),
                        points.stream().mapToDouble(p -> p).average().orElse(0),
                        points.stream().mapToDouble(p -> p).max().orElse(0));
    }
}
