package io.evenhand.interviews.page;

import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.Paper;
import io.evenhand.interviews.result.SkillResult;
import java.util.List;
import java.util.stream.IntStream;

/** Candidates side by side, ready to print: a column each. */
public record Comparison(
        List<CandidateRow> candidates, List<BarRow> skills, List<Asked> questions) {

    static Comparison of(Paper paper, List<CandidateResult> results, Showing showing) {
        return new Comparison(
                results.stream().map(result -> CandidateRow.of(result, showing)).toList(),
                paper.skills().stream().map(skill -> skill(skill, results)).toList(),
                IntStream.range(0, paper.interview().items().size())
                        .mapToObj(i -> asked(i, results))
                        .toList());
    }

    private static BarRow skill(String skill, List<CandidateResult> results) {
        return new BarRow(
                skill,
                results.stream()
                        .flatMap(result -> result.skills().stream())
                        .filter(own -> own.skill().equals(skill))
                        .map(SkillResult::tally)
                        .map(Bar::of)
                        .toList());
    }

    private static Asked asked(int index, List<CandidateResult> results) {
        List<QuestionRow> cells =
                results.stream().map(r -> QuestionRow.of(r.questions().get(index))).toList();
        return new Asked(cells.getFirst().text(), cells);
    }

    /** A skill, with each candidate's share of it. */
    public record BarRow(String name, List<Bar> cells) {}

    /** A question, with what each candidate has of it. */
    public record Asked(String text, List<QuestionRow> cells) {}
}
