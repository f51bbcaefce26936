package io.evenhand.authoring.preview;

import io.evenhand.access.Caller;
import io.evenhand.grading.work.Revision;
import io.evenhand.grading.work.RevisionDesk;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.question.Question;
import io.evenhand.question.Questions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes revisions of what a preview showed, and of nothing else. */
@Component
public class ApplyDesk {

    private static final int CONCURRENCY = 4;

    private final PreviewDesk desk;
    private final Previews previews;
    private final Questions questions;
    private final RevisionDesk revisions;
    private final Storage storage;
    private final Clock clock;

    ApplyDesk(
            PreviewDesk desk,
            Previews previews,
            Questions questions,
            RevisionDesk revisions,
            Storage storage,
            Clock clock) {
        this.desk = desk;
        this.previews = previews;
        this.questions = questions;
        this.revisions = revisions;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * Each grading gets the grade that was shown, unless it has changed since or a person decided.
     * Asked again, it does what is left to do and no more.
     */
    public Mono<PreviewState> apply(Caller caller, String id) {
        return desk.get(caller.tenant(), id)
                .flatMap(state -> isDone(state) ? Mono.just(state) : applied(caller, state));
    }

    private static boolean isDone(PreviewState state) {
        if (state.preview().status() != PreviewStatus.COMPLETED) {
            throw new Refusal(
                    ProblemCode.CONFLICT, "Only a preview that is COMPLETED can be applied.");
        }
        return state.preview().appliedAt().isPresent();
    }

    private Mono<PreviewState> applied(Caller caller, PreviewState state) {
        Preview preview = state.preview();
        return today(preview)
                .flatMapMany(
                        today ->
                                Flux.fromIterable(pending(state))
                                        .flatMap(
                                                item -> revised(caller, preview, item, today),
                                                CONCURRENCY))
                .then(Mono.defer(() -> done(caller, preview)))
                .then(desk.get(caller.tenant(), preview.id().value()));
    }

    /** Grades name the version that they are by, so there must be one that says the same. */
    private Mono<Question> today(Preview preview) {
        Question tried = preview.target().question().in(Optional.empty());
        return storage.inTransaction(
                        () -> questions.published(preview.tenant(), preview.questionId()))
                .flatMap(Mono::justOrEmpty)
                .filter(inForce -> inForce.in(Optional.empty()).equals(tried))
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                ProblemCode.CONFLICT,
                                                "The version in force is not what was tried:"
                                                        + " publish that first, or preview the"
                                                        + " version in force.")));
    }

    private static List<Item> pending(PreviewState state) {
        return state.items().stream().filter(item -> item.pending().isPresent()).toList();
    }

    private Mono<RevisionDesk.Fate> revised(
            Caller caller, Preview preview, Item item, Question today) {
        PendingGrade pending = item.pending().orElseThrow();
        Revision revision =
                new Revision(
                        preview.tenant(),
                        item.grading(),
                        item.comparison().orElseThrow().version(),
                        today,
                        submission -> pending.on(submission.answer()),
                        pending.flags(),
                        caller.name(),
                        "regrade-preview:" + preview.id());
        return revisions.revise(
                revision,
                fate -> previews.settle(preview.tenant(), preview.id(), item.seq(), status(fate)));
    }

    private static Item.Status status(RevisionDesk.Fate fate) {
        return switch (fate) {
            case REVISED -> Item.Status.APPLIED;
            case CHANGED -> Item.Status.CHANGED;
            case FINAL -> Item.Status.REVIEWED;
        };
    }

    private Mono<Void> done(Caller caller, Preview preview) {
        return storage.inTransaction(
                        () -> {
                            previews.update(
                                    preview.applied(
                                            caller.name(),
                                            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
                            return true;
                        })
                .then();
    }
}
