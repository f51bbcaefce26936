package io.evenhand.grading;

import io.evenhand.guard.Flag;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One answer on its way to a grade: the aggregate that guards its own states.
 *
 * @param batch the batch that it came in, if it came in one
 * @param attempt counts claims; a result that carries an older attempt is not stored
 * @param leaseUntil until when a worker holds it
 * @param retryAt from when a model should be asked again, if one should
 * @param grade as a person decided it, if one did; else the machine's
 * @param review present once a person decided
 * @param revision counts grades; 0 before the first
 * @param strikes claims since the last one that ended in a result, or was let go in good order
 * @param anew whether a client wants the model's own word on it, whatever it said of identical
 *     answers
 * @param fault what broke in the last attempt, by the kind of it and never by a text
 * @param erasedAt when its texts were erased, and with them whatever said whose they were
 * @param version counts changes of any sort, and is the entity tag
 */
public record Grading(
        GradingId id,
        TenantId tenant,
        Optional<BatchId> batch,
        GradingStatus status,
        Submission submission,
        List<Flag> flags,
        Optional<Grade> grade,
        Optional<NoGrade> noGrade,
        Optional<CancelReason> cancelReason,
        Optional<Review> review,
        int revision,
        int attempt,
        Optional<Instant> leaseUntil,
        Optional<Instant> retryAt,
        Instant createdAt,
        Optional<Instant> gradedAt,
        int strikes,
        boolean anew,
        Optional<String> fault,
        Optional<Instant> erasedAt,
        long version) {

    public Grading {
        flags = List.copyOf(flags);
    }

    /** A new one that nobody works on yet. */
    public static Grading queued(
            GradingId id, TenantId tenant, Submission submission, Instant now) {
        return queued(id, tenant, Optional.empty(), submission, now);
    }

    /** The same, for one that came in a batch. */
    public static Grading queued(
            GradingId id,
            TenantId tenant,
            Optional<BatchId> batch,
            Submission submission,
            Instant now) {
        return new Grading(
                id,
                tenant,
                batch,
                GradingStatus.QUEUED,
                submission,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** Takes it to be graded; one that has a grade keeps its status meanwhile. */
    public Grading claimed(Instant until) {
        requireGradable();
        return edit().status(status == GradingStatus.QUEUED ? GradingStatus.GRADING : status)
                .lease(Optional.of(until), attempt + 1)
                .strikes(strikes + 1)
                .done();
    }

    /** Lets go of it in good order: nobody had time. */
    public Grading released(Optional<Instant> newRetryAt) {
        return letGo(newRetryAt).strikes(0).fault(Optional.empty()).done();
    }

    /** Lets go of it because something broke, which counts towards giving it up. */
    public Grading failed(String newFault, Optional<Instant> newRetryAt) {
        return letGo(newRetryAt).fault(Optional.of(newFault)).done();
    }

    private GradingEdit letGo(Optional<Instant> newRetryAt) {
        requireGradable();
        return edit().status(status == GradingStatus.GRADING ? GradingStatus.QUEUED : status)
                .lease(Optional.empty(), attempt)
                .retryAt(newRetryAt);
    }

    /** Stores a grade: provisional if it is a fallback's, for review if it has reasons for that. */
    public Grading graded(
            Grade newGrade, List<Flag> newFlags, Optional<Instant> newRetryAt, Instant now) {
        requireGradable();
        Grade asked =
                newGrade.withReviewReasons(
                        Stream.concat(
                                        newGrade.reviewReasons().stream(),
                                        reasons().filter(ReviewReason::isAsked))
                                .distinct()
                                .toList());
        return edit().status(statusOf(asked))
                .lease(Optional.empty(), attempt)
                .retryAt(newRetryAt)
                .grade(asked, newFlags, now)
                .done();
    }

    /** Stores that no grade could be made. */
    public Grading ungraded(
            NoGrade why, List<Flag> newFlags, Optional<Instant> newRetryAt, Instant now) {
        requireGradable();
        return edit().status(GradingStatus.UNGRADED)
                .lease(Optional.empty(), attempt)
                .retryAt(newRetryAt)
                .noGrade(why, newFlags, now)
                .done();
    }

    /** Ends it before its first grade. */
    public Grading cancelled(CancelReason why) {
        if (!status.isOpen()) {
            throw new IllegalStateException("a grading in " + status + " cannot be cancelled");
        }
        return edit().status(GradingStatus.CANCELLED)
                .lease(Optional.empty(), attempt)
                .cancelled(why)
                .done();
    }

    /**
     * The same answer to be graded by today's version of its question.
     *
     * @param now from when on it is due, so that a crash does not forget it
     */
    public Grading resubmitted(Submission newSubmission, Instant now) {
        requireGradable();
        return edit().submission(newSubmission).retryAt(Optional.of(now)).anew(true).done();
    }

    /**
     * Stores what a person decided; a later decision takes the place of this one.
     *
     * @param decided the grade with the person's points
     * @param by who decided and why; its {@code machine} is left to the grading
     */
    public Grading reviewed(Grade decided, Review by) {
        if (!status.allowsReview()) {
            throw new IllegalStateException("a grading in " + status + " is not reviewed");
        }
        return edit().status(GradingStatus.REVIEWED)
                .lease(Optional.empty(), attempt)
                .retryAt(Optional.empty())
                .review(decided, by.on(this))
                .done();
    }

    /**
     * What is left when the texts go: status, points and where the grade came from. No machine and
     * no person changes it any more.
     */
    public Grading erased(Instant now) {
        if (erasedAt.isPresent()) {
            throw new IllegalStateException("what was erased is not erased again");
        }
        GradingEdit edit =
                edit().lease(Optional.empty(), attempt).retryAt(Optional.empty()).erased(now);
        return status.isOpen()
                ? edit.status(GradingStatus.CANCELLED).cancelled(CancelReason.ERASED).done()
                : edit.done();
    }

    /** Whether a model is to be asked again, though there is a result. */
    public boolean waitsForBetter() {
        return retryAt.isPresent() && status.allowsGrading() && !status.isOpen();
    }

    /** Why the last move came to what it came to, in a word for the history. */
    public Optional<String> cause(HistoryEntry.Event event) {
        return switch (event) {
            case UNGRADED -> noGrade.map(none -> none.reason().name());
            case CANCELLED -> cancelReason.map(CancelReason::name);
            case RELEASED -> fault;
            default -> Optional.empty();
        };
    }

    /**
     * Takes a person's decision back: what the machine said stands again, as a revision of its own,
     * so that whoever heard of the decision hears of this, too.
     *
     * @param now from when on a model may be asked again about what only the fallback graded
     */
    public Grading reopened(Instant now) {
        if (status != GradingStatus.REVIEWED) {
            throw new IllegalStateException("nobody has decided on a grading in " + status);
        }
        Optional<Grade> machine = machineGrade();
        boolean provisional =
                machine.map(Grade::grader).flatMap(Provenance::fallbackReason).isPresent();
        return edit().status(machine.map(Grading::statusOf).orElse(GradingStatus.UNGRADED))
                .retryAt(Optional.of(now).filter(ignored -> provisional || machine.isEmpty()))
                .reopen(machine)
                .done();
    }

    /** Asks for another reader; the grade stays as it is until that one has decided. */
    public Grading forSecondReading() {
        return asking(ReviewReason.SECOND_READING);
    }

    /** The candidate asks for another look; the grade stays as it is until somebody has decided. */
    public Grading appealed() {
        return asking(ReviewReason.APPEALED);
    }

    private Grading asking(ReviewReason reason) {
        Grade asked =
                grade.orElseThrow(() -> new IllegalStateException("there is no grade to read"))
                        .withReviewReason(reason);
        return edit().status(status == GradingStatus.REVIEWED ? status : statusOf(asked))
                .grade(asked)
                .done();
    }

    /** What the machine said last, whatever a person made of it. */
    public Optional<Grade> machineGrade() {
        return review.isPresent() ? review.get().machine() : grade;
    }

    /** As it stood before anybody decided, with what people ask for since; to be shown only. */
    public Grading withoutDecision() {
        List<ReviewReason> asked = reasons().filter(ReviewReason::isAsked).toList();
        Optional<Grade> machine = machineGrade().map(grade -> grade.withReviewReasons(asked));
        return edit().status(machine.map(Grading::statusOf).orElse(GradingStatus.UNGRADED))
                .unseen(machine)
                .shown();
    }

    /** Without anything that says what it came to; to be shown only. */
    public Grading withoutGrade() {
        return edit().status(isDecided() ? GradingStatus.NEEDS_REVIEW : status)
                .unseen(Optional.empty())
                .shown();
    }

    private boolean isDecided() {
        return status == GradingStatus.REVIEWED;
    }

    /** Whether a person is asked for; of what was decided, only if somebody asked for more. */
    public boolean waitsForPerson() {
        return reasons().anyMatch(reason -> !isDecided() || reason.isAsked());
    }

    /** Whether somebody asked for another reader, and none has decided since. */
    public boolean isSecondReadingAsked() {
        return reasons().anyMatch(ReviewReason.SECOND_READING::equals);
    }

    /** Whether the candidate appealed, and nobody has decided since. */
    public boolean isAppealed() {
        return reasons().anyMatch(ReviewReason.APPEALED::equals);
    }

    /** Whether two readers were too far apart, and no third one has decided since. */
    public boolean isDisputed() {
        return reasons().anyMatch(ReviewReason.READERS_DISAGREE::equals);
    }

    private Stream<ReviewReason> reasons() {
        return grade.stream().flatMap(g -> g.reviewReasons().stream());
    }

    /** Whether its state lets this happen to it. */
    public boolean allows(HistoryEntry.Event event) {
        if (isErased()) {
            return false;
        }
        return switch (event) {
            case ERASED -> true;
            case CANCELLED -> status.isOpen();
            case REVIEWED -> status.allowsReview();
            case REOPENED -> status == GradingStatus.REVIEWED;
            case SECOND_READING, APPEALED -> status.allowsReview() && grade.isPresent();
            default -> status.allowsGrading();
        };
    }

    public boolean isErased() {
        return erasedAt.isPresent();
    }

    public boolean isHeldAt(Instant now) {
        return leaseUntil.filter(now::isBefore).isPresent();
    }

    private void requireGradable() {
        if (!status.allowsGrading() || isErased()) {
            throw new IllegalStateException("a grading in " + status + " is not graded again");
        }
    }

    private static GradingStatus statusOf(Grade grade) {
        if (grade.grader().fallbackReason().isPresent()) {
            return GradingStatus.PROVISIONAL;
        }
        return grade.reviewReasons().isEmpty() ? GradingStatus.GRADED : GradingStatus.NEEDS_REVIEW;
    }

    private GradingEdit edit() {
        return new GradingEdit(this);
    }
}
