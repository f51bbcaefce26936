package io.evenhand.interviews.page;

import io.evenhand.grading.Mark;
import io.evenhand.interviews.result.QuestionResult;
import io.evenhand.interviews.result.QuestionResult.Standing;
import io.evenhand.platform.Words;
import java.util.List;
import java.util.Optional;

/**
 * What a candidate has of one question, ready to print.
 *
 * @param answer the grading, if there is one
 * @param inReview whether the grading stands in the review queue
 * @param why reasons for a person to look at it, or why no grade is shown
 */
public record QuestionRow(
        String id,
        String text,
        String weight,
        String level,
        List<String> skills,
        Optional<String> answer,
        boolean inReview,
        String status,
        String statusName,
        String score,
        String share,
        String range,
        boolean provisional,
        boolean toReview,
        List<String> why) {

    private static final String ONCE = "1";

    static QuestionRow of(QuestionResult result) {
        Optional<Mark> mark = result.mark();
        Optional<Mark.Score> score = mark.flatMap(Mark::score);
        String weight = Words.plain(result.item().weight());
        String status = mark.map(m -> m.status().name()).orElse("UNANSWERED");
        return new QuestionRow(
                result.item().questionId(),
                result.entry()
                        .map(entry -> entry.question().text())
                        .orElse("(no longer in the bank)"),
                weight.equals(ONCE) ? "" : "counts " + weight + " times",
                result.level().map(Words::of).orElse(""),
                result.skills(),
                mark.map(m -> m.grading().value()),
                mark.filter(m -> m.status().allowsReview()).isPresent(),
                Words.of(status),
                status,
                score.map(s -> s.points().value() + " / " + s.max().value()).orElse("–"),
                ResultWords.percent(result.percentage()),
                score.filter(s -> !s.range().min().equals(s.range().max()))
                        .map(s -> s.range().min().value() + "–" + s.range().max().value())
                        .orElse(""),
                result.standing() == Standing.PROVISIONAL,
                result.needsReview(),
                why(mark));
    }

    private static List<String> why(Optional<Mark> mark) {
        return mark.stream()
                .flatMap(
                        m ->
                                java.util.stream.Stream.concat(
                                        m.reviewReasons().stream().map(Words::of),
                                        java.util.stream.Stream.concat(
                                                m.noGrade().stream().map(Words::of),
                                                m.kept()
                                                        ? java.util.stream.Stream.of(
                                                                "to be judged unseen")
                                                        : java.util.stream.Stream.empty())))
                .toList();
    }
}
