package io.evenhand.review.item;

import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.platform.Words;
import io.evenhand.review.Stretches;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.QueueItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line of the queue; texts are cut, numbers are ready to print. */
public record QueueRow(
        String id,
        String question,
        String answer,
        String status,
        String statusName,
        List<String> reasons,
        List<String> flags,
        String score,
        String confidence,
        String age,
        Optional<String> assignee,
        Optional<String> flaggedBy,
        Optional<String> heldBy) {

    private static final int LONGEST_QUESTION = 70;
    private static final int LONGEST_ANSWER = 110;

    /**
     * @param blind whether the machine's word is hidden
     */
    static QueueRow of(QueueItem item, Grading grading, boolean blind, Desk desk, Instant now) {
        Optional<Grade> stands = isDecided(item) ? grading.grade() : grading.machineGrade();
        Optional<Grade> shown = stands.filter(grade -> !blind || isDecided(item));
        return new QueueRow(
                item.id().value(),
                Words.cut(grading.submission().question().text(), LONGEST_QUESTION),
                Stretches.readable(Words.cut(grading.submission().answer(), LONGEST_ANSWER)),
                Words.of(grading.status()),
                grading.status().name(),
                item.waiting() && !blind
                        ? item.reasons().stream().map(Words::of).toList()
                        : List.of(),
                item.flags().stream().map(Words::of).toList(),
                shown.map(grade -> grade.score() + " / " + grade.maxScore()).orElse("–"),
                shown.map(grade -> Words.percent(item.confidence())).orElse(""),
                age(Duration.between(item.createdAt(), now)),
                item.assignee(),
                item.flaggedBy(),
                item.hold()
                        .filter(hold -> hold.until().isAfter(now))
                        .filter(hold -> !hold.desk().equals(desk.window()))
                        .map(QueueItem.Hold::by));
    }

    /** What waits for another reader is not to be known to that one. */
    private static boolean isDecided(QueueItem item) {
        return item.decided().isPresent() && !item.waiting();
    }

    private static String age(Duration age) {
        if (age.toHours() < 1) {
            return Math.max(0, age.toMinutes()) + " min";
        }
        return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " d";
    }
}
