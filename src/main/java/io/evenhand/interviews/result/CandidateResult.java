package io.evenhand.interviews.result;

import io.evenhand.question.QuestionLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a candidate's gradings come to over an interview.
 *
 * @param certain whether nothing that is still to come can turn the outcome: nothing is open,
 *     nobody has to look at anything, and the whole range is on one side of the pass mark
 * @param level the highest level that was reached, if one was
 */
public record CandidateResult(
        String candidate,
        Outcome outcome,
        boolean certain,
        Tally total,
        Optional<QuestionLevel> level,
        List<LevelResult> levels,
        List<SkillResult> skills,
        List<QuestionResult> questions) {

    static CandidateResult of(
            String candidate, BigDecimal passMark, List<QuestionResult> questions) {
        Tally total = Tally.of(questions);
        Outcome outcome = Outcome.of(total, passMark);
        List<LevelResult> levels = LevelResult.of(questions, passMark);
        boolean onOneSide =
                total.least().compareTo(passMark) >= 0 || total.most().compareTo(passMark) < 0;
        return new CandidateResult(
                candidate,
                outcome,
                outcome != Outcome.OPEN
                        && onOneSide
                        && questions.stream().noneMatch(QuestionResult::needsReview),
                total,
                LevelResult.highest(levels),
                levels,
                SkillResult.of(questions),
                questions);
    }

    /** Those that somebody should look at. */
    public List<QuestionResult> toReview() {
        return questions.stream().filter(QuestionResult::needsReview).toList();
    }

    /** Those that the outcome waits for. */
    public List<QuestionResult> toCome() {
        return questions.stream().filter(question -> !question.isUsable()).toList();
    }
}
