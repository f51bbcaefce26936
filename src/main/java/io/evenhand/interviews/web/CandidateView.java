package io.evenhand.interviews.web;

import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.UngradedReason;
import io.evenhand.interviews.Interview;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.LevelResult;
import io.evenhand.interviews.result.Outcome;
import io.evenhand.interviews.result.QuestionResult;
import io.evenhand.interviews.result.SkillResult;
import io.evenhand.question.QuestionLevel;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's result over an interview.
 *
 * @param certain whether nothing that is still to come can turn the outcome
 * @param percentage over the questions that have a score; null if none has
 * @param percentageRange over all of them, where those without a score earn nothing or everything
 * @param toReview what somebody should look at, and why
 * @param toCome what the outcome waits for
 */
public record CandidateView(
        String interviewId,
        int interviewVersion,
        String candidateRef,
        Outcome outcome,
        boolean certain,
        BigDecimal passMark,
        @Nullable BigDecimal percentage,
        RangeView percentageRange,
        @Nullable QuestionLevel levelReached,
        List<LevelView> levels,
        List<SkillView> skills,
        List<AnsweredView> questions,
        List<ReviewView> toReview,
        List<ToComeView> toCome) {

    static CandidateView of(Interview interview, CandidateResult result) {
        return new CandidateView(
                interview.id(),
                interview.version(),
                result.candidate(),
                result.outcome(),
                result.certain(),
                interview.passMark(),
                result.total().percentage().orElse(null),
                RangeView.of(result.total()),
                result.level().orElse(null),
                result.levels().stream().map(LevelView::of).toList(),
                result.skills().stream().map(SkillView::of).toList(),
                result.questions().stream().map(AnsweredView::of).toList(),
                result.toReview().stream().map(ReviewView::of).toList(),
                result.toCome().stream().map(ToComeView::of).toList());
    }

    /**
     * @param reached null while that is open
     */
    public record LevelView(
            QuestionLevel level,
            @Nullable Boolean reached,
            @Nullable BigDecimal percentage,
            RangeView percentageRange,
            int questions,
            int graded,
            int provisional) {

        static LevelView of(LevelResult result) {
            return new LevelView(
                    result.level(),
                    result.reached().orElse(null),
                    result.tally().percentage().orElse(null),
                    RangeView.of(result.tally()),
                    result.tally().questions(),
                    result.tally().usable(),
                    result.tally().provisional());
        }
    }

    /** One skill, over the questions that ask for it. */
    public record SkillView(
            String skill,
            @Nullable BigDecimal percentage,
            RangeView percentageRange,
            int questions,
            int graded,
            int provisional) {

        static SkillView of(SkillResult result) {
            return new SkillView(
                    result.skill(),
                    result.tally().percentage().orElse(null),
                    RangeView.of(result.tally()),
                    result.tally().questions(),
                    result.tally().usable(),
                    result.tally().provisional());
        }
    }

    /** A grading that somebody should look at. */
    public record ReviewView(
            String questionId, @Nullable String gradingId, List<ReviewReason> reasons) {

        static ReviewView of(QuestionResult result) {
            AnsweredView answered = AnsweredView.of(result);
            return new ReviewView(
                    answered.questionId(), answered.gradingId(), answered.reviewReasons());
        }
    }

    /** A question without a grade that the outcome may rest on. */
    public record ToComeView(
            String questionId,
            @Nullable String gradingId,
            String status,
            @Nullable UngradedReason reason) {

        static ToComeView of(QuestionResult result) {
            AnsweredView answered = AnsweredView.of(result);
            return new ToComeView(
                    answered.questionId(),
                    answered.gradingId(),
                    answered.status(),
                    answered.reason());
        }
    }
}
