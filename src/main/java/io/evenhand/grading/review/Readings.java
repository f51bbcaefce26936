package io.evenhand.grading.review;

import io.evenhand.access.Caller;
import io.evenhand.access.Right;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/** What is said of an answer that more than one person reads. */
public final class Readings {

    private Readings() {}

    /**
     * Whether a decision on it is a second reading: somebody else's stands and is hidden, and the
     * candidate has not had a word in it.
     */
    public static boolean isSecond(Grading before, String reader) {
        return before.status() == GradingStatus.REVIEWED
                && before.isSecondReadingAsked()
                && !before.isAppealed()
                && !isBy(before, reader);
    }

    /**
     * How far two readings are apart, as a share of the maximum: what they differ by on each
     * criterion, added up, so that more here does not make up for less there.
     */
    public static double distance(Grade one, Grade other) {
        BigDecimal apart =
                IntStream.range(0, Math.min(one.criteria().size(), other.criteria().size()))
                        .mapToObj(
                                i ->
                                        earned(one.criteria().get(i))
                                                .subtract(earned(other.criteria().get(i)))
                                                .abs())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return apart.divide(one.maxScore().value(), MathContext.DECIMAL64).doubleValue();
    }

    private static BigDecimal earned(CriterionGrade criterion) {
        return criterion.verdict().earned().map(points -> points.value()).orElse(BigDecimal.ZERO);
    }

    /** Whoever decided does not decide on the appeal against it. */
    public static void requireOther(Grading seen, Caller reader) {
        boolean own = seen.status() == GradingStatus.REVIEWED && isBy(seen, reader.name());
        if (seen.isAppealed() && own && !reader.isAlone()) {
            throw new Refusal(
                    ProblemCode.FORBIDDEN,
                    "The candidate appealed against your decision: somebody else has to decide.");
        }
    }

    /** Between two readers a third one decides, who may give work to others. */
    public static void requireThird(List<HistoryEntry> history, Caller reader) {
        boolean hasRead =
                history.stream()
                        .filter(entry -> entry.event() == HistoryEntry.Event.REVIEWED)
                        .anyMatch(entry -> entry.actor().equals(reader.name()));
        if (!reader.isAlone() && (hasRead || !reader.may(Right.LEAD))) {
            throw new Refusal(
                    ProblemCode.FORBIDDEN,
                    "Two readers differ: a lead who is neither of them has to decide.");
        }
    }

    private static boolean isBy(Grading grading, String reader) {
        return grading.review().filter(review -> review.reviewer().equals(reader)).isPresent();
    }
}
