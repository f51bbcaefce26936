package io.evenhand.interviews.result;

import io.evenhand.question.QuestionLevel;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a candidate did on the questions of one level.
 *
 * <p>A level is reached if the weighted mean over its own questions reaches the interview's pass
 * mark, and so does the mean over them and all of lower levels: many right answers to easy
 * questions do not make an expert, and neither does one hard question above foundations that are
 * missing. While one of those questions has no usable grade, it is open. The level that a candidate
 * reached is the highest that is reached; levels that the interview does not ask for are passed
 * over, and questions without a level count for none.
 *
 * @param reached empty while that is open
 */
public record LevelResult(QuestionLevel level, Tally tally, Optional<Boolean> reached) {

    static List<LevelResult> of(List<QuestionResult> results, BigDecimal passMark) {
        return Arrays.stream(QuestionLevel.values())
                .filter(level -> results.stream().anyMatch(r -> isOf(r, level)))
                .map(level -> of(level, results, passMark))
                .toList();
    }

    static Optional<QuestionLevel> highest(List<LevelResult> levels) {
        return levels.stream()
                .filter(level -> level.reached().orElse(false))
                .map(LevelResult::level)
                .reduce((lower, higher) -> higher);
    }

    private static LevelResult of(
            QuestionLevel level, List<QuestionResult> results, BigDecimal passMark) {
        Tally own = Tally.of(results.stream().filter(r -> isOf(r, level)).toList());
        Tally upTo =
                Tally.of(
                        results.stream()
                                .filter(r -> r.level().filter(l -> isUpTo(l, level)).isPresent())
                                .toList());
        return new LevelResult(
                level,
                own,
                upTo.isComplete()
                        ? Optional.of(own.reaches(passMark) && upTo.reaches(passMark))
                        : Optional.empty());
    }

    private static boolean isOf(QuestionResult result, QuestionLevel level) {
        return result.level().filter(level::equals).isPresent();
    }

    private static boolean isUpTo(QuestionLevel level, QuestionLevel highest) {
        return level.compareTo(highest) <= 0;
    }
}
