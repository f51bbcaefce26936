package io.evenhand.candidate.appeal;

import io.evenhand.access.Witness;
import io.evenhand.candidate.CandidateSettings;
import io.evenhand.candidate.link.Link;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.work.ReviewDesk;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where candidates appeal: once against each grade, and not without end. */
@Component
public class AppealDesk {

    /** In UTF-16 code units. */
    public static final int SHORTEST = 20;

    public static final int LONGEST = 2_000;

    private final Appeals appeals;
    private final ReviewDesk reviews;
    private final Witness witness;
    private final Storage storage;
    private final CandidateSettings settings;
    private final Clock clock;

    AppealDesk(
            Appeals appeals,
            ReviewDesk reviews,
            Witness witness,
            Storage storage,
            CandidateSettings settings,
            Clock clock) {
        this.appeals = appeals;
        this.reviews = reviews;
        this.witness = witness;
        this.storage = storage;
        this.settings = settings;
        this.clock = clock;
    }

    public Mono<List<Appeal>> of(Grading grading) {
        return storage.inTransaction(() -> appeals.of(grading.tenant(), grading.id()));
    }

    /** Whether the grade that stands can be appealed. */
    public boolean isOpenTo(Grading grading, List<Appeal> before) {
        return grading.status().allowsReview()
                && grading.grade().isPresent()
                && !grading.isErased()
                && !grading.isAppealed()
                && !grading.isDisputed()
                && !grading.isSecondReadingAsked()
                && before.size() < settings.appeals()
                && before.stream().noneMatch(one -> one.revision() == grading.revision());
    }

    /**
     * Stores the appeal with the grading's move into the queue, or neither.
     *
     * @param seen the grading as the candidate saw it
     */
    public Mono<Grading> appeal(Link link, Grading seen, String reason) {
        String words = plain(reason);
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            return Mono.error(wrongLength());
        }
        return of(seen).filter(before -> isOpenTo(seen, before))
                .switchIfEmpty(Mono.error(AppealDesk::closed))
                .then(
                        reviews.appeal(
                                seen,
                                Witness.actor(link.id()),
                                current -> add(link, current, words)));
    }

    /** How long a reason is as it is counted. */
    public static int length(String reason) {
        return plain(reason).length();
    }

    /** As it was typed: forms know one line break only. */
    private static String plain(String reason) {
        return reason.replace("\r\n", "\n").strip();
    }

    private void add(Link link, Grading current, String words) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Grade grade = current.grade().orElseThrow();
        Appeal appeal =
                new Appeal(
                        current.tenant(),
                        current.id(),
                        current.revision(),
                        words,
                        now,
                        grade.score().value(),
                        Optional.empty());
        if (!appeals.add(appeal)) {
            throw closed();
        }
        witness.appealedByLink(current.tenant(), link.id(), current.id().value());
    }

    private static Refusal wrongLength() {
        return new Refusal(
                ProblemCode.VALIDATION_FAILED,
                "The reason is too short or too long.",
                List.of(
                        Violation.at(
                                "/reason",
                                "must have %d to %d characters".formatted(SHORTEST, LONGEST))));
    }

    private static Refusal closed() {
        return new Refusal(
                ProblemCode.CONFLICT, "This grade was appealed, or cannot be appealed any more.");
    }
}
