package io.evenhand.grading.work;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Submission;
import io.evenhand.grading.Transcript;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has answers marked as if they had been handed in, by the same graders, and stores nothing. */
@Component
public class DryRuns {

    private final Marking marking;
    private final Ledger ledger;
    private final GradingIds ids;
    private final DeadlineSettings deadlines;
    private final Clock clock;

    DryRuns(
            Marking marking,
            Ledger ledger,
            GradingIds ids,
            DeadlineSettings deadlines,
            Clock clock) {
        this.marking = marking;
        this.ledger = ledger;
        this.ids = ids;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** An answer that nobody handed in. */
    public Mono<DryRun> of(TenantId tenant, Submission submission) {
        return mark(Urgency.REGRADE, now -> Grading.queued(ids.next(), tenant, submission, now));
    }

    /**
     * The same for somebody who waits and wants to see it happen: the model is asked whatever it
     * said of the same before.
     */
    public Mono<DryRun> watched(TenantId tenant, Submission submission, Transcript transcript) {
        return mark(
                        Urgency.INTERACTIVE,
                        now ->
                                Grading.queued(ids.next(), tenant, submission, now)
                                        .resubmitted(submission, now))
                .contextWrite(context -> context.put(Transcript.class, transcript));
    }

    /**
     * The answer of a grading by another rubric. What a person said of this very answer teaches
     * nothing here, a budget of its batch is not spent on it, and the model is asked whatever it
     * said of the same before.
     */
    public Mono<DryRun> of(Grading grading, Submission today) {
        return mark(
                        Urgency.REGRADE,
                        now ->
                                Grading.queued(grading.id(), grading.tenant(), today, now)
                                        .resubmitted(today, now))
                .delayUntil(run -> droppedIfErased(grading));
    }

    private Mono<Void> droppedIfErased(Grading withTexts) {
        return ledger.find(withTexts.tenant(), withTexts.id())
                .filter(Grading::isErased)
                .flatMap(erased -> ledger.erasedMeanwhile(withTexts));
    }

    private Mono<DryRun> mark(Urgency urgency, Function<Instant, Grading> made) {
        return Mono.defer(
                () -> {
                    Instant now = clock.instant();
                    Grading unstored = made.apply(now);
                    return Contained.call(
                                    () ->
                                            marking.mark(
                                                    unstored,
                                                    now.plus(deadlines.deadline()),
                                                    urgency))
                            .delayUntil(marked -> ledger.used(unstored.tenant(), marked.usage()))
                            .map(DryRuns::run);
                });
    }

    private static DryRun run(Marked marked) {
        return switch (marked) {
            case Marked.Graded(var grade, var flags, var _) -> new DryRun.Graded(grade, flags);
            case Marked.Ungraded(var why, var _, var _) -> new DryRun.Ungraded(why);
            case Marked.LetGo _, Marked.Broken _, Marked.Kept _ -> new DryRun.NotNow();
        };
    }
}
