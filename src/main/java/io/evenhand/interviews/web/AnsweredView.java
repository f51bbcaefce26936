package io.evenhand.interviews.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenhand.grading.Mark;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.UngradedReason;
import io.evenhand.interviews.result.QuestionResult;
import io.evenhand.question.QuestionLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question of an interview, and what a candidate has of it.
 *
 * @param text null if the question left the bank
 * @param questionVersion the version that the answer was graded by
 * @param status of the grading, or {@code UNANSWERED}
 * @param reason why there is no grade
 * @param withheld true if who asks is still to judge it unseen
 */
public record AnsweredView(
        String questionId,
        @Nullable String text,
        BigDecimal weight,
        @Nullable QuestionLevel level,
        List<String> skills,
        String status,
        @Nullable String gradingId,
        @Nullable Integer questionVersion,
        @Nullable BigDecimal score,
        @Nullable BigDecimal maxScore,
        @Nullable BigDecimal percentage,
        @Nullable RangeOfScore scoreRange,
        List<ReviewReason> reviewReasons,
        @Nullable UngradedReason reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean withheld) {

    static AnsweredView of(QuestionResult result) {
        Optional<Mark> mark = result.mark();
        Optional<Mark.Score> score = mark.flatMap(Mark::score);
        return new AnsweredView(
                result.item().questionId(),
                result.entry().map(entry -> entry.question().text()).orElse(null),
                result.item().weight(),
                result.level().orElse(null),
                result.skills(),
                status(result),
                mark.map(m -> m.grading().value()).orElse(null),
                mark.map(Mark::questionVersion).orElse(null),
                score.map(s -> s.points().value()).orElse(null),
                score.map(s -> s.max().value()).orElse(null),
                result.percentage().orElse(null),
                score.map(s -> RangeOfScore.of(s.range())).orElse(null),
                mark.map(Mark::reviewReasons).orElse(List.of()),
                mark.flatMap(Mark::noGrade).orElse(null),
                mark.filter(Mark::kept).isPresent() ? true : null);
    }

    static String status(QuestionResult result) {
        return result.mark().map(mark -> mark.status().name()).orElse("UNANSWERED");
    }

    /** What the score could come to, in points. */
    public record RangeOfScore(BigDecimal min, BigDecimal max) {

        static RangeOfScore of(ScoreRange range) {
            return new RangeOfScore(range.min().value(), range.max().value());
        }
    }
}
