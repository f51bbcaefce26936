package io.evenhand.candidate.page;

import io.evenhand.candidate.appeal.Appeal;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Review;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One answer as whoever gave it sees it. Nothing here comes from the rubric, from other candidates,
 * or says who reviewed.
 *
 * @param version of the grading, that an appeal is about
 * @param settled whether nothing is to come, unless there is an appeal
 * @param standing who or what decided, and what is to come, in sentences
 * @param score in a sentence, if it may be shown
 * @param appealable whether there is a form to appeal
 */
public record AnswerView(
        String id,
        long version,
        String question,
        String answer,
        boolean graded,
        boolean settled,
        List<String> standing,
        Optional<String> score,
        Feedback feedback,
        boolean silent,
        List<AppealView> appeals,
        boolean appealable) {

    /** An appeal and what came of it, in sentences. */
    public record AppealView(String title, String reason, String outcome, Optional<String> reply) {}

    /**
     * @param showScore whether the tenant lets candidates see scores
     */
    static AnswerView of(
            Grading grading,
            List<Appeal> appeals,
            boolean showScore,
            boolean appealable,
            PageWords words) {
        Optional<Grade> grade = grading.grade();
        Feedback feedback =
                grade.map(Grade::feedback)
                        .map(new Discretion(grading.submission())::of)
                        .orElse(Feedback.NONE);
        return new AnswerView(
                grading.id().value(),
                grading.version(),
                grading.submission().question().text(),
                grading.submission().answer(),
                grade.isPresent(),
                isSettled(grading),
                standing(grading, words),
                grade.filter(ignored -> showScore).map(given -> score(given, words)),
                feedback,
                grade.isPresent() && feedback.equals(Feedback.NONE),
                appeals.stream().map(appeal -> view(appeal, grading, words)).toList(),
                appealable);
    }

    private static boolean isSettled(Grading grading) {
        boolean asked =
                grading.isAppealed() || grading.isDisputed() || grading.isSecondReadingAsked();
        return !asked
                && (grading.status() == GradingStatus.GRADED
                        || grading.status() == GradingStatus.REVIEWED);
    }

    private static List<String> standing(Grading grading, PageWords words) {
        List<String> all = new ArrayList<>();
        switch (grading.status()) {
            case QUEUED, GRADING -> all.add(words.say("waiting"));
            case CANCELLED -> all.add(words.say("cancelled"));
            case UNGRADED -> all.add(words.say("none"));
            case REVIEWED -> all.add(words.say("by.person"));
            case GRADED, PROVISIONAL, NEEDS_REVIEW -> all.add(byMachine(grading, words));
        }
        toCome(grading).map(words::say).ifPresent(all::add);
        return all;
    }

    private static String byMachine(Grading grading, PageWords words) {
        GraderKind kind = grading.grade().orElseThrow().grader().kind();
        return words.say(
                switch (kind) {
                    case LLM -> "by.machine";
                    case SEMANTIC -> "by.words";
                    case RULE -> "by.rule";
                });
    }

    private static Optional<String> toCome(Grading grading) {
        if (grading.isAppealed()) {
            return Optional.of("still.appeal");
        }
        return switch (grading.status()) {
            case GRADED -> Optional.of("still.machine");
            case NEEDS_REVIEW -> Optional.of("still.review");
            case REVIEWED -> Optional.of("still.readers").filter(ignored -> !isSettled(grading));
            default -> Optional.empty();
        };
    }

    private static String score(Grade grade, PageWords words) {
        return words.say("score", plain(grade.score().value()), plain(grade.maxScore().value()));
    }

    private static String plain(BigDecimal points) {
        BigDecimal plain = points.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale())).toPlainString();
    }

    private static AppealView view(Appeal appeal, Grading grading, PageWords words) {
        return new AppealView(
                words.say("appeal.own", PageWords.minute(appeal.at())),
                appeal.reason(),
                appeal.decision()
                        .map(what -> outcome(what, words))
                        .orElse(words.say("appeal.open")),
                appeal.decision().flatMap(what -> reply(what, grading)));
    }

    private static String outcome(Appeal.Decision what, PageWords words) {
        String key = what.changed() ? "appeal.changed" : "appeal.kept";
        return words.say(key, PageWords.minute(what.at()));
    }

    /** The words of the decision that stands belong to the appeal that it was made on. */
    private static Optional<String> reply(Appeal.Decision what, Grading grading) {
        return grading.review()
                .filter(review -> review.reviewedAt().equals(what.at()))
                .flatMap(Review::reply);
    }
}
