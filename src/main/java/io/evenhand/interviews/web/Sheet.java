package io.evenhand.interviews.web;

import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.Paper;
import io.evenhand.interviews.result.SkillResult;
import io.evenhand.interviews.result.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Results as a table: a row for each candidate, two columns for each question, one for each skill.
 */
final class Sheet {

    private static final List<String> FIRST =
            List.of(
                    "candidateRef",
                    "outcome",
                    "certain",
                    "percentage",
                    "percentageMin",
                    "percentageMax",
                    "levelReached",
                    "questions",
                    "graded",
                    "provisional",
                    "toReview");

    private final Paper paper;
    private final List<String> skills;

    Sheet(Paper paper) {
        this.paper = paper;
        this.skills = paper.skills();
    }

    List<Cell> header() {
        return Stream.of(
                        FIRST.stream(),
                        paper.interview().questionIds().stream()
                                .flatMap(id -> Stream.of(id + " %", id + " status")),
                        skills.stream().map(skill -> "skill " + skill + " %"))
                .flatMap(names -> names)
                .map(Cell::of)
                .toList();
    }

    List<Cell> row(CandidateResult result) {
        SummaryView summary = SummaryView.of(result);
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(summary.candidateRef()));
        row.add(Cell.of(summary.outcome().name()));
        row.add(Cell.of(Boolean.toString(summary.certain())));
        row.add(Cell.of(result.total().percentage()));
        row.add(Cell.of(Optional.of(summary.percentageRange().min())));
        row.add(Cell.of(Optional.of(summary.percentageRange().max())));
        row.add(Cell.of(result.level().map(Enum::name).orElse("")));
        row.add(Cell.of(summary.questions()));
        row.add(Cell.of(summary.graded()));
        row.add(Cell.of(summary.provisional()));
        row.add(Cell.of(summary.toReview()));
        result.questions()
                .forEach(
                        question -> {
                            row.add(Cell.of(question.percentage()));
                            row.add(Cell.of(AnsweredView.status(question)));
                        });
        Map<String, Optional<BigDecimal>> bySkill =
                result.skills().stream()
                        .collect(
                                Collectors.toMap(
                                        SkillResult::skill, skill -> percentage(skill.tally())));
        skills.forEach(skill -> row.add(Cell.of(bySkill.getOrDefault(skill, Optional.empty()))));
        return row;
    }

    private static Optional<BigDecimal> percentage(Tally tally) {
        return tally.percentage();
    }

    /** What stands in one place of the table; nothing, where there is no score. */
    sealed interface Cell {

        static Cell of(String text) {
            return new Text(text);
        }

        static Cell of(int number) {
            return new Figure(BigDecimal.valueOf(number));
        }

        static Cell of(Optional<BigDecimal> number) {
            return number.<Cell>map(Figure::new).orElse(new Text(""));
        }

        record Text(String text) implements Cell {}

        record Figure(BigDecimal number) implements Cell {}
    }
}
