package io.evenhand.interviews.result;

import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Mark;
import io.evenhand.interviews.Interview.Item;
import io.evenhand.question.Entry;
import io.evenhand.question.QuestionLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a candidate has of one question of an interview.
 *
 * @param entry the question as the bank has it; empty if it left the bank
 * @param mark empty if the candidate gave no answer
 */
public record QuestionResult(Item item, Optional<Entry> entry, Optional<Mark> mark) {

    public enum Standing {
        /** No answer came, or none that was not cancelled. */
        UNANSWERED,
        /** It has a grade that a model, a rule or a person made. */
        SCORED,
        /** It has the fallback's grade, which is made again when a model is back. */
        PROVISIONAL,
        /** Whoever looks is still to judge it unseen, and is not told what it came to. */
        WITHHELD,
        /** It is being graded. */
        OPEN,
        /** No grade could be made. */
        UNGRADED
    }

    public Standing standing() {
        if (mark.isEmpty()) {
            return Standing.UNANSWERED;
        }
        if (mark.get().kept()) {
            return Standing.WITHHELD;
        }
        return switch (mark.get().status()) {
            case GRADED, NEEDS_REVIEW, REVIEWED -> Standing.SCORED;
            case PROVISIONAL -> Standing.PROVISIONAL;
            case QUEUED, GRADING -> Standing.OPEN;
            case UNGRADED -> Standing.UNGRADED;
            case CANCELLED -> Standing.UNANSWERED;
        };
    }

    /** Whether it has a grade that a result may rest on. */
    public boolean isUsable() {
        return standing() == Standing.SCORED;
    }

    public Optional<BigDecimal> percentage() {
        return share().map(Share::percentage);
    }

    public Optional<QuestionLevel> level() {
        return entry.flatMap(known -> known.profile().level());
    }

    public List<String> skills() {
        return entry.map(known -> known.profile().skills()).orElse(List.of());
    }

    public boolean needsReview() {
        return mark.filter(
                        m ->
                                m.status() == GradingStatus.NEEDS_REVIEW
                                        || !m.reviewReasons().isEmpty()
                                        || m.kept())
                .isPresent();
    }

    Optional<Share> share() {
        return mark.flatMap(Mark::score)
                .map(score -> Share.of(score.points().value(), score.max().value()));
    }

    /** The least that it could come to: nothing, where there is no score. */
    Share least() {
        return mark.flatMap(Mark::score)
                .map(score -> Share.of(score.range().min().value(), score.max().value()))
                .orElse(Share.NOTHING);
    }

    /** The most that it could come to: everything, where there is no score. */
    Share most() {
        return mark.flatMap(Mark::score)
                .map(score -> Share.of(score.range().max().value(), score.max().value()))
                .orElse(Share.ALL);
    }
}
