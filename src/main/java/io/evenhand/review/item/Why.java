package io.evenhand.review.item;

import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.ReviewReason;
import io.evenhand.platform.Words;
import io.evenhand.review.queue.QueueItem;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one line why an answer is in the queue. */
final class Why {

    private final QueueItem item;
    private final Grading grading;
    private final boolean blind;

    /**
     * @param blind whether nothing may be said of what the machine found
     */
    Why(QueueItem item, Grading grading, boolean blind) {
        this.item = item;
        this.grading = grading;
        this.blind = blind;
    }

    String line() {
        if (grading.status() == GradingStatus.REVIEWED && !item.waiting()) {
            return "A person has decided.";
        }
        if (blind) {
            return "The machine's word is hidden until you have decided.";
        }
        return grading.grade()
                .map(this::graded)
                .orElseGet(
                        () ->
                                "The machine could not grade it"
                                        + grading.noGrade()
                                                .map(why -> ": " + Words.of(why.reason()))
                                                .orElse("")
                                        + ".");
    }

    private String graded(Grade grade) {
        String reasons =
                grade.reviewReasons().stream()
                        .map(reason -> said(reason, grade))
                        .collect(Collectors.joining("; "));
        String provisional =
                grade.grader()
                        .fallbackReason()
                        .map(why -> "no model could be had (" + Words.of(why) + ")")
                        .orElse("");
        String line =
                java.util.stream.Stream.of(provisional, reasons)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "));
        return line.isEmpty()
                ? "Nothing asks for a person here."
                : line.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + line.substring(1) + ".";
    }

    private String said(ReviewReason reason, Grade grade) {
        return switch (reason) {
            case LOW_CONFIDENCE -> "only " + Words.percent(grade.confidence()) + " sure";
            case FLAGGED ->
                    "flagged: "
                            + item.flags().stream()
                                    .map(Words::of)
                                    .collect(Collectors.joining(", "));
            case UNVERIFIED_EVIDENCE -> "a quote is not in the answer";
            case ABSTAINED -> "could not judge " + abstained(grade);
            case BORDERLINE -> grade.percentage() + " %" + passMark();
            case SAMPLED -> "picked at random";
            case GRADERS_DISAGREE -> "two graders disagree";
            case SECOND_READING ->
                    item.secondBy().orElse("somebody") + " asked for a second reader";
            case APPEALED -> "the candidate appealed";
            case READERS_DISAGREE -> "two readers differ too much";
        };
    }

    private String passMark() {
        return Optional.of(grading.submission().question().passMark())
                .flatMap(mark -> mark)
                .map(mark -> ", near or across the pass mark of " + mark.toPlainString() + " %")
                .orElse("");
    }

    private static String abstained(Grade grade) {
        return grade.criteria().stream()
                .filter(CriterionGrade::abstained)
                .map(CriterionGrade::id)
                .collect(Collectors.joining(", "));
    }
}
