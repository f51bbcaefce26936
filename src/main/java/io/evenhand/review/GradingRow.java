package io.evenhand.review;

import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.platform.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A grading as a line of the list shows it; texts are cut, numbers are ready to print. */
public record GradingRow(
        String id,
        String question,
        String answer,
        String status,
        String statusInWords,
        List<String> reasons,
        String score,
        String confidence,
        String gradedBy,
        String when) {

    private static final String WITHHELD = "to be judged unseen";
    private static final int LONGEST_QUESTION = 70;
    private static final int LONGEST_ANSWER = 90;
    private static final int MINUTES = "2026-01-31T12:00".length();

    /**
     * @param withheld whether who looks is still to judge it unseen
     */
    static GradingRow of(Grading grading, boolean withheld) {
        Optional<Grade> grade = grading.grade();
        return new GradingRow(
                grading.id().value(),
                cut(grading.submission().question().text(), LONGEST_QUESTION),
                cut(grading.submission().answer(), LONGEST_ANSWER),
                grading.status().name(),
                Words.of(grading.status()),
                withheld
                        ? Stream.concat(reasons(grading).stream(), Stream.of(WITHHELD)).toList()
                        : reasons(grading),
                grade.map(g -> g.score() + " / " + g.maxScore()).orElse("–"),
                grade.map(g -> Math.round(g.confidence() * 100) + " %").orElse(""),
                gradedBy(grading),
                grading.createdAt().toString().substring(0, MINUTES).replace('T', ' '));
    }

    private static String gradedBy(Grading grading) {
        if (grading.review().isPresent()) {
            return "a person";
        }
        return grading.grade()
                .map(g -> g.grader().model().orElse(Words.of(g.grader().kind())))
                .orElse("");
    }

    private static List<String> reasons(Grading grading) {
        Stream<Enum<?>> review =
                grading.grade().stream()
                        .filter(grade -> grading.review().isEmpty())
                        .flatMap(grade -> grade.reviewReasons().stream());
        Stream<Enum<?>> none =
                grading.noGrade().stream()
                        .filter(why -> grading.review().isEmpty())
                        .map(why -> why.reason());
        Stream<Enum<?>> cancelled = grading.cancelReason().stream().map(reason -> reason);
        return Stream.of(review, none, cancelled).flatMap(names -> names).map(Words::of).toList();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
