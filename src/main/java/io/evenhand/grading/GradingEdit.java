package io.evenhand.grading;

import io.evenhand.guard.Flag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds the next version of a grading; only the aggregate itself uses it. */
final class GradingEdit {

    private final Grading from;
    private GradingStatus status;
    private Submission submission;
    private List<Flag> flags;
    private Optional<Grade> grade;
    private Optional<NoGrade> noGrade;
    private Optional<CancelReason> cancelReason;
    private Optional<Review> review;
    private int revision;
    private int attempt;
    private Optional<Instant> leaseUntil;
    private Optional<Instant> retryAt;
    private Optional<Instant> gradedAt;
    private int strikes;
    private boolean anew;
    private Optional<String> fault;
    private Optional<Instant> erasedAt;

    GradingEdit(Grading from) {
        this.from = from;
        this.status = from.status();
        this.submission = from.submission();
        this.flags = from.flags();
        this.grade = from.grade();
        this.noGrade = from.noGrade();
        this.cancelReason = from.cancelReason();
        this.review = from.review();
        this.revision = from.revision();
        this.attempt = from.attempt();
        this.leaseUntil = from.leaseUntil();
        this.retryAt = from.retryAt();
        this.gradedAt = from.gradedAt();
        this.strikes = from.strikes();
        this.anew = from.anew();
        this.fault = from.fault();
        this.erasedAt = from.erasedAt();
    }

    GradingEdit status(GradingStatus newStatus) {
        this.status = newStatus;
        return this;
    }

    GradingEdit submission(Submission newSubmission) {
        this.submission = newSubmission;
        return this;
    }

    GradingEdit lease(Optional<Instant> until, int newAttempt) {
        this.leaseUntil = until;
        this.attempt = newAttempt;
        return this;
    }

    GradingEdit strikes(int newStrikes) {
        this.strikes = newStrikes;
        return this;
    }

    GradingEdit fault(Optional<String> newFault) {
        this.fault = newFault;
        return this;
    }

    GradingEdit retryAt(Optional<Instant> at) {
        this.retryAt = at;
        return this;
    }

    GradingEdit grade(Grade newGrade, List<Flag> newFlags, Instant now) {
        this.grade = Optional.of(newGrade);
        this.noGrade = Optional.empty();
        return settled(newGrade.grader(), newFlags, now);
    }

    GradingEdit noGrade(NoGrade why, List<Flag> newFlags, Instant now) {
        this.grade = Optional.empty();
        this.noGrade = Optional.of(why);
        return settled(why.grader(), newFlags, now);
    }

    GradingEdit anew(boolean wanted) {
        this.anew = wanted;
        return this;
    }

    GradingEdit cancelled(CancelReason why) {
        this.cancelReason = Optional.of(why);
        return this;
    }

    GradingEdit erased(Instant now) {
        this.submission = Erased.of(submission);
        this.flags = flags.stream().map(Erased::of).toList();
        this.grade = grade.map(Erased::of);
        this.review = review.map(Erased::of);
        this.erasedAt = Optional.of(now);
        return this;
    }

    /** What the machine said of why it had no grade stays beside a person's. */
    GradingEdit review(Grade decided, Review by) {
        this.grade = Optional.of(decided);
        this.review = Optional.of(by);
        this.revision = from.revision() + 1;
        return this;
    }

    GradingEdit reopen(Optional<Grade> machine) {
        this.grade = machine;
        this.review = Optional.empty();
        this.revision = from.revision() + 1;
        return this;
    }

    /** As somebody sees it who is not to know what was decided. */
    GradingEdit unseen(Optional<Grade> known) {
        this.grade = known;
        this.review = Optional.empty();
        return this;
    }

    /** The same grade, of which more is known. */
    GradingEdit grade(Grade same) {
        this.grade = Optional.of(same);
        return this;
    }

    /** A fallback's word is not what a client asked for that wants the model's. */
    private GradingEdit settled(Provenance by, List<Flag> newFlags, Instant now) {
        this.anew = anew && by.fallbackReason().isPresent();
        this.flags = newFlags;
        this.revision = from.revision() + 1;
        this.gradedAt = Optional.of(now);
        this.strikes = 0;
        this.fault = Optional.empty();
        return this;
    }

    Grading done() {
        return at(from.version() + 1);
    }

    /** Nothing happened to it: somebody sees less of it. */
    Grading shown() {
        return at(from.version());
    }

    private Grading at(long version) {
        return new Grading(
                from.id(),
                from.tenant(),
                from.batch(),
                status,
                submission,
                flags,
                grade,
                noGrade,
                cancelReason,
                review,
                revision,
                attempt,
                leaseUntil,
                retryAt,
                from.createdAt(),
                gradedAt,
                strikes,
                anew,
                fault,
                erasedAt,
                version);
    }
}
