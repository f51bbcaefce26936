package io.evenhand.grading.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Claim;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScoringPropertyTests {

    private static final List<Evidence> SHOWN = List.of(new Evidence("so", 0, 2));

    @Property
    void isWhatAPersonWouldReckonByHand(@ForAll("sheets") Sheet sheet) {
        assertThat(sheet.score().value()).isEqualByComparingTo(byHand(sheet));
    }

    @Property
    void staysBetweenNothingAndTheMaximum(@ForAll("sheets") Sheet sheet) {
        assertThat(sheet.score()).isBetween(Points.ZERO, sheet.rubric().maxScore());
    }

    @Property
    void neverFallsAsACriterionEarnsMore(
            @ForAll("sheets") Sheet sheet,
            @ForAll @IntRange(max = 99) int which,
            @ForAll @IntRange(max = 100) int share) {
        int i = which % sheet.earned().size();
        Optional<Points> before = sheet.earned().get(i);
        Criterion criterion = sheet.rubric().criteria().get(i);
        Points more = more(criterion, before.orElse(Points.ZERO), share);
        Sheet better = sheet.with(i, Optional.of(more));

        if (before.isPresent() || !isNotMet(hundredths(more), hundredths(criterion.points()))) {
            assertThat(better.score()).isGreaterThanOrEqualTo(sheet.score());
        }
    }

    @Property
    void theRangeHoldsTheScoreAndWhateverItCouldComeTo(
            @ForAll("sheets") Sheet sheet, @ForAll @IntRange(max = 100) int share) {
        ScoreRange range = sheet.range();
        Sheet told = sheet;
        for (int i = 0; i < sheet.earned().size(); i++) {
            if (sheet.earned().get(i).isEmpty()) {
                Points points = sheet.rubric().criteria().get(i).points();
                told = told.with(i, Optional.of(points.times(BigDecimal.valueOf(share, 2))));
            }
        }

        assertThat(sheet.score()).isBetween(range.min(), range.max());
        assertThat(told.score()).isBetween(range.min(), range.max());
    }

    @Property
    void ofAVerdictOnEverythingTheRangeIsTheScore(@ForAll("sheets") Sheet sheet) {
        Sheet told = sheet;
        for (int i = 0; i < sheet.earned().size(); i++) {
            told = told.with(i, Optional.of(sheet.earned().get(i).orElse(Points.ZERO)));
        }

        assertThat(told.range()).isEqualTo(new ScoreRange(told.score(), told.score()));
    }

    @Example
    void capsAfterDeductions() {
        Sheet sheet =
                sheet(
                        List.of(capped("4", "3"), plain("4"), plain("-2")),
                        Points.ZERO,
                        Points.of(4),
                        Points.of(-2));

        assertThat(sheet.score()).isEqualTo(Points.of(2));
        assertThat(sheet.with(2, Optional.of(Points.ZERO)).score()).isEqualTo(Points.of(3));
    }

    @Example
    void whatCannotBeToldCountsNothingAndCapsNothing() {
        Sheet sheet = sheet(List.of(capped("4", "0"), plain("4")), null, Points.of(4));

        assertThat(sheet.score()).isEqualTo(Points.of(4));
        assertThat(sheet.range()).isEqualTo(new ScoreRange(Points.ZERO, Points.of(8)));
        assertThat(sheet.with(0, Optional.of(Points.ZERO)).score()).isEqualTo(Points.ZERO);
    }

    @Example
    void whatIsNotMetCapsWhateverLittleItEarned() {
        Sheet sheet = sheet(List.of(capped("4", "3"), plain("4")), Points.of("1.39"), Points.of(4));

        assertThat(sheet.score()).isEqualTo(Points.of(3));
        assertThat(sheet.with(0, Optional.of(Points.of("1.40"))).score())
                .isEqualTo(Points.of("5.40"));
    }

    @Example
    void aLowestLevelThatGivesPointsCapsNothing() {
        Criterion levels =
                capped("4", "3")
                        .withLevels(
                                List.of(
                                        new Level("low", Points.of(1)),
                                        new Level("top", Points.of(4))));
        Sheet sheet = sheet(List.of(levels, plain("4")), Points.of(1), Points.of(4));

        assertThat(sheet.score()).isEqualTo(Points.of(5));
        assertThat(sheet.with(0, Optional.of(Points.ZERO)).score()).isEqualTo(Points.of(3));
    }

    @Example
    void theLowestCapHolds() {
        Sheet sheet =
                sheet(
                        List.of(capped("1", "5"), capped("1", "2.5"), plain("8")),
                        Points.ZERO,
                        Points.ZERO,
                        Points.of(8));

        assertThat(sheet.score()).isEqualTo(Points.of("2.5"));
    }

    @Example
    void anUnknownDeductionCouldStillCome() {
        Sheet sheet = sheet(List.of(plain("4"), plain("-2")), Points.of(4), null);

        assertThat(sheet.score()).isEqualTo(Points.of(4));
        assertThat(sheet.range()).isEqualTo(new ScoreRange(Points.of(2), Points.of(4)));
    }

    @Example
    void whatCannotBeToldEarnsAtLeastItsLowestLevel() {
        Criterion levels =
                plain("4")
                        .withLevels(
                                List.of(
                                        new Level("low", Points.of(1)),
                                        new Level("top", Points.of(4))));
        Sheet sheet = sheet(List.of(levels), (Points) null);

        assertThat(sheet.range()).isEqualTo(new ScoreRange(Points.of(1), Points.of(4)));
    }

    /** The sum as the documentation tells it, in whole hundredths. */
    private static BigDecimal byHand(Sheet sheet) {
        long earned = 0;
        long deducted = 0;
        long most = 0;
        long cap = Long.MAX_VALUE;
        for (int i = 0; i < sheet.earned().size(); i++) {
            Criterion criterion = sheet.rubric().criteria().get(i);
            long full = hundredths(criterion.points());
            boolean told = sheet.earned().get(i).isPresent();
            long got = told ? hundredths(sheet.earned().get(i).get()) : 0;
            if (full > 0) {
                most += full;
                earned += got;
            } else {
                deducted -= got;
            }
            if (told && isNotMet(got, full) && criterion.capAt().isPresent()) {
                cap = Math.min(cap, hundredths(criterion.capAt().get()));
            }
        }
        long sum = Math.min(earned - deducted, cap);
        return BigDecimal.valueOf(Math.max(0, Math.min(sum, most)), 2);
    }

    /** Below 35 % of its points; a deduction caps nothing. */
    private static boolean isNotMet(long got, long full) {
        return full > 0 && got * 100 < full * 35;
    }

    private static long hundredths(Points points) {
        return points.value().movePointRight(2).longValueExact();
    }

    /** More than was earned so far, by a share of what is left up to the best. */
    private static Points more(Criterion criterion, Points now, int share) {
        Points best = criterion.points().max(Points.ZERO);
        return now.plus(best.minus(now).times(BigDecimal.valueOf(share, 2)));
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        return row().list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .filter(rows -> rows.stream().anyMatch(row -> !row.criterion().isDeduction()))
                .map(
                        rows ->
                                new Sheet(
                                        new Rubric(rows.stream().map(Row::criterion).toList()),
                                        rows.stream().map(Row::earned).toList()));
    }

    private static Arbitrary<Row> row() {
        Arbitrary<Integer> points =
                Arbitraries.integers().between(-500, 1_000).filter(number -> number != 0);
        Arbitrary<Optional<Integer>> caps = Arbitraries.integers().between(0, 800).optional(0.3);
        Arbitrary<Integer> shares = Arbitraries.of(0, 0, 1, 34, 35, 50, 75, 100, 100);
        return Combinators.combine(points, caps, shares.optional(0.8))
                .as(ScoringPropertyTests::row);
    }

    private static Row row(int points, Optional<Integer> cap, Optional<Integer> share) {
        Points full = new Points(BigDecimal.valueOf(points, 2));
        Optional<Points> capAt =
                cap.filter(ignored -> points > 0)
                        .map(hundredths -> new Points(BigDecimal.valueOf(hundredths, 2)));
        Criterion criterion = new Criterion("c", "d", full, List.of(), false, capAt);
        return new Row(criterion, share.map(percent -> full.times(BigDecimal.valueOf(percent, 2))));
    }

    private static Criterion plain(String points) {
        return Criterion.of("c", "d", Points.of(points));
    }

    private static Criterion capped(String points, String cap) {
        return new Criterion(
                "c", "d", Points.of(points), List.of(), false, Optional.of(Points.of(cap)));
    }

    private static Sheet sheet(List<Criterion> criteria, Points... earned) {
        List<Optional<Points>> all = new ArrayList<>();
        for (Points points : earned) {
            all.add(Optional.ofNullable(points));
        }
        return new Sheet(new Rubric(criteria), all);
    }

    /** A criterion and what it earned, if that could be told. */
    record Row(Criterion criterion, Optional<Points> earned) {}

    /** A rubric and what each of its criteria earned. */
    record Sheet(Rubric rubric, List<Optional<Points>> earned) {

        Points score() {
            return new Scoring(rubric).score(verdicts());
        }

        ScoreRange range() {
            return new Scoring(rubric).range(verdicts());
        }

        /**
         * As the in-process grader's points become verdicts, except that a deduction can be told.
         */
        private List<Verdict> verdicts() {
            return IntStream.range(0, earned.size())
                    .mapToObj(i -> verdict(rubric.criteria().get(i), earned.get(i)))
                    .toList();
        }

        private static Verdict verdict(Criterion criterion, Optional<Points> points) {
            if (points.isEmpty()) {
                return new Verdict.CannotTell("Unclear.");
            }
            return criterion.isDeduction()
                    ? Verdicts.decided(criterion, points.get(), List.of())
                    : Verdicts.of(criterion, new Claim.Awarded(points.get()), SHOWN);
        }

        Sheet with(int which, Optional<Points> points) {
            List<Optional<Points>> changed = new ArrayList<>(earned);
            changed.set(which, points);
            return new Sheet(rubric, changed);
        }
    }
}
