package io.evenhand.interviews.result;

import io.evenhand.interviews.result.QuestionResult.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Questions added up by their weights.
 *
 * <p>The percentage is the weighted mean over those that have a score, provisional ones included: a
 * question without a score is left out and never counts as 0. The range speaks of all of them: it
 * begins where those would earn nothing and ends where they would earn everything.
 *
 * @param usable how many have a grade that a result may rest on
 * @param provisional how many have the fallback's grade alone
 * @param percentage empty if none has a score; one decimal, as all of them
 */
public record Tally(
        int questions,
        int usable,
        int provisional,
        Optional<BigDecimal> percentage,
        BigDecimal least,
        BigDecimal most) {

    static Tally of(List<QuestionResult> results) {
        List<QuestionResult> scored =
                results.stream().filter(result -> result.share().isPresent()).toList();
        return new Tally(
                results.size(),
                count(results, Standing.SCORED),
                count(results, Standing.PROVISIONAL),
                scored.isEmpty()
                        ? Optional.empty()
                        : Optional.of(mean(scored, result -> result.share().orElseThrow())),
                mean(results, QuestionResult::least),
                mean(results, QuestionResult::most));
    }

    /** Whether all of them have a grade that a result may rest on. */
    public boolean isComplete() {
        return usable == questions;
    }

    /** Whether the percentage, as it is shown, reaches the mark. */
    boolean reaches(BigDecimal passMark) {
        return percentage.filter(shown -> shown.compareTo(passMark) >= 0).isPresent();
    }

    private static int count(List<QuestionResult> results, Standing standing) {
        return (int) results.stream().filter(r -> r.standing() == standing).count();
    }

    private static BigDecimal mean(
            List<QuestionResult> results, Function<QuestionResult, Share> share) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (QuestionResult result : results) {
            weights = weights.add(result.item().weight());
            sum = sum.add(share.apply(result).exact().multiply(result.item().weight()));
        }
        return Share.of(sum, weights.multiply(Share.ALL.exact())).percentage();
    }
}
