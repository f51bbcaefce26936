package io.evenhand.interviews.web;

import io.evenhand.interviews.Interview;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.Paper;
import io.evenhand.interviews.result.QuestionResult;
import io.evenhand.interviews.result.SkillResult;
import io.evenhand.question.QuestionLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Candidates side by side: every list within has an element for each of them, in their order. */
public record ComparisonView(
        String interviewId,
        int interviewVersion,
        BigDecimal passMark,
        List<SummaryView> candidates,
        List<SkillRow> skills,
        List<QuestionRow> questions) {

    static ComparisonView of(Paper paper, List<CandidateResult> results) {
        Interview interview = paper.interview();
        return new ComparisonView(
                interview.id(),
                interview.version(),
                interview.passMark(),
                results.stream().map(SummaryView::of).toList(),
                paper.skills().stream().map(skill -> SkillRow.of(skill, results)).toList(),
                IntStream.range(0, interview.items().size())
                        .mapToObj(
                                n ->
                                        QuestionRow.of(
                                                results.stream()
                                                        .map(result -> result.questions().get(n))
                                                        .toList()))
                        .toList());
    }

    /** A skill, and how far each candidate has it. */
    public record SkillRow(String skill, int questions, List<Cell> marks) {

        static SkillRow of(String skill, List<CandidateResult> results) {
            List<SkillResult> row =
                    results.stream()
                            .flatMap(result -> result.skills().stream())
                            .filter(result -> result.skill().equals(skill))
                            .toList();
            return new SkillRow(
                    skill,
                    row.stream().mapToInt(result -> result.tally().questions()).findAny().orElse(0),
                    row.stream()
                            .map(
                                    result ->
                                            new Cell(
                                                    result.tally().percentage().orElse(null),
                                                    result.tally().isComplete()))
                            .toList());
        }
    }

    /** A question, and what each candidate got for it. */
    public record QuestionRow(
            String questionId,
            @Nullable String text,
            BigDecimal weight,
            @Nullable QuestionLevel level,
            List<AnswerCell> marks) {

        static QuestionRow of(List<QuestionResult> row) {
            AnsweredView first = AnsweredView.of(row.getFirst());
            return new QuestionRow(
                    first.questionId(),
                    first.text(),
                    first.weight(),
                    first.level(),
                    row.stream().map(AnswerCell::of).toList());
        }
    }

    /**
     * @param percentage null where nothing has a score
     * @param complete whether every question of it has a usable grade
     */
    public record Cell(@Nullable BigDecimal percentage, boolean complete) {}

    /** What one candidate got for one question. */
    public record AnswerCell(
            String status,
            @Nullable String gradingId,
            @Nullable BigDecimal percentage,
            boolean toReview) {

        static AnswerCell of(QuestionResult result) {
            return new AnswerCell(
                    AnsweredView.status(result),
                    result.mark().map(mark -> mark.grading().value()).orElse(null),
                    result.percentage().orElse(null),
                    result.needsReview());
        }
    }
}
