package io.evenhand.review.item;

import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.platform.Words;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Points;
import io.evenhand.review.Stretches;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A criterion with its choices.
 *
 * @param place in the rubric, from 1
 * @param rule what holds the score down or takes from it, in plain words; may be empty
 * @param other points that are none of the options, if they are chosen
 * @param proposal what the machine said; empty if it said nothing or is hidden
 */
public record CriterionView(
        int place,
        String id,
        String description,
        String maxPoints,
        String rule,
        List<Option> options,
        String least,
        String most,
        String other,
        Optional<Proposal> proposal) {

    /**
     * @param chosen points that are chosen now, if there are any
     * @param machine what the machine said, if it may be shown
     */
    static CriterionView of(
            int place,
            Criterion criterion,
            Optional<Points> chosen,
            Optional<CriterionGrade> machine) {
        List<Option> options = options(criterion, chosen, machine);
        boolean isOption = options.stream().anyMatch(Option::chosen);
        BigDecimal own = criterion.points().value();
        return new CriterionView(
                place,
                criterion.id(),
                criterion.description(),
                points(plain(criterion.points())),
                rule(criterion),
                options,
                own.min(BigDecimal.ZERO).toPlainString(),
                own.max(BigDecimal.ZERO).toPlainString(),
                chosen.filter(ignored -> !isOption).map(CriterionView::plain).orElse(""),
                machine.map(Proposal::of));
    }

    private static List<Option> options(
            Criterion criterion, Optional<Points> chosen, Optional<CriterionGrade> machine) {
        Optional<Points> proposed = machine.flatMap(grade -> grade.verdict().earned());
        List<Option> options = new ArrayList<>();
        if (criterion.hasLevels()) {
            criterion
                    .levels()
                    .forEach(l -> options.add(option(l.label(), l.points(), chosen, proposed)));
        } else {
            boolean deduction = criterion.isDeduction();
            String nothing = deduction ? "does not apply" : "not met";
            options.add(option(nothing, Points.ZERO, chosen, proposed));
            if (criterion.partial()) {
                options.add(option("half met", criterion.points().half(), chosen, proposed));
            }
            String all = deduction ? "applies" : "met";
            options.add(option(all, criterion.points(), chosen, proposed));
        }
        proposed.filter(points -> options.stream().noneMatch(o -> o.points().equals(plain(points))))
                .ifPresent(points -> options.add(own(points, chosen)));
        return options;
    }

    /**
     * The in-process grader gives points between the levels, too. They come last, so that a level
     * has the same number in every answer.
     */
    private static Option own(Points points, Optional<Points> chosen) {
        return new Option(
                "as proposed", plain(points), true, chosen.filter(points::equals).isPresent());
    }

    private static Option option(
            String label, Points points, Optional<Points> chosen, Optional<Points> proposed) {
        return new Option(
                label,
                plain(points),
                proposed.filter(points::equals).isPresent(),
                chosen.filter(points::equals).isPresent());
    }

    /** The level that is nearest to these points, the lower one of two. */
    static Points nearest(Criterion criterion, Points points) {
        return levels(criterion)
                .min(Comparator.comparing(level -> level.value().subtract(points.value()).abs()))
                .orElse(points);
    }

    private static Stream<Points> levels(Criterion criterion) {
        if (criterion.hasLevels()) {
            return criterion.levels().stream().map(Level::points);
        }
        return criterion.partial()
                ? Stream.of(Points.ZERO, criterion.points().half(), criterion.points())
                : Stream.of(Points.ZERO, criterion.points());
    }

    private static String rule(Criterion criterion) {
        return criterion
                .capAt()
                .map(cap -> "required: without it the score is at most " + plain(cap))
                .orElse("");
    }

    private static String points(String number) {
        return number + (number.equals("1") || number.equals("-1") ? " point" : " points");
    }

    static String plain(Points points) {
        BigDecimal plain = points.value().stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale())).toPlainString();
    }

    /**
     * Something to choose.
     *
     * @param machine whether the machine chose it
     */
    public record Option(String label, String points, boolean machine, boolean chosen) {}

    /**
     * What the machine said of a criterion.
     *
     * @param told whether it could tell at all
     */
    public record Proposal(
            String verdict,
            String verdictName,
            boolean told,
            String reason,
            String confidence,
            List<String> quotes) {

        static Proposal of(CriterionGrade grade) {
            return new Proposal(
                    Words.of(grade.verdict().label()),
                    grade.verdict().label(),
                    !grade.abstained(),
                    grade.reason(),
                    Words.percent(grade.confidence()),
                    grade.verdict().passages().stream()
                            .map(Evidence::quote)
                            .map(Stretches::readable)
                            .toList());
        }
    }
}
