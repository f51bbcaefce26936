package io.evenhand.authoring.page;

import io.evenhand.platform.Words;
import io.evenhand.question.Criterion;
import io.evenhand.question.Entry;
import io.evenhand.question.Question;
import java.util.List;

/**
 * A question of the bank as its page shows it.
 *
 * @param rule what decides without a model, in a sentence; empty if nothing does
 * @param given whether somebody wrote its rubric
 */
public record QuestionView(
        String id,
        int version,
        String status,
        String kind,
        String text,
        String level,
        String category,
        List<String> skills,
        String passMark,
        List<String> modelAnswers,
        String points,
        boolean given,
        List<CriterionLine> criteria,
        List<String> options,
        List<String> followUps,
        String rule) {

    static QuestionView of(Entry entry) {
        Question question = entry.question();
        return new QuestionView(
                entry.id(),
                entry.version(),
                Words.of(entry.status()),
                Words.of(question.kind()),
                question.text(),
                entry.profile().level().map(Words::of).orElse(""),
                entry.profile().category().orElse(""),
                entry.profile().skills(),
                question.passMark().map(mark -> Words.plain(mark) + " %").orElse(""),
                question.modelAnswers(),
                Words.plain(question.gradedBy().maxScore().value()),
                question.rubric().isPresent(),
                question.gradedBy().criteria().stream().map(CriterionLine::of).toList(),
                question.options().stream().map(o -> o.id() + ": " + o.text()).toList(),
                question.followUpQuestions(),
                question.exactAnswers().isPresent()
                        ? "Answers are compared with exact ones; no model is asked."
                        : "");
    }

    /** A criterion with its levels. */
    public record CriterionLine(
            String id, String description, String points, String note, List<String> levels) {

        static CriterionLine of(Criterion criterion) {
            return new CriterionLine(
                    criterion.id(),
                    criterion.description(),
                    Words.plain(criterion.points().value()),
                    criterion
                            .capAt()
                            .map(cap -> "without it at most " + Words.plain(cap.value()))
                            .orElse(""),
                    criterion.levels().stream()
                            .map(
                                    level ->
                                            level.label()
                                                    + ": "
                                                    + Words.plain(level.points().value()))
                            .toList());
        }
    }
}
