package io.evenhand.authoring.draft;

import org.springframework.context.ApplicationEventPublisher;
import io.evenhand.grading.ModelUsed;
import io.evenhand.access.Caller;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Bank;
import io.evenhand.question.Entry;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.Questions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where drafts are asked for; each becomes the next version of its question, for a person. */
@Component
public class DraftDesk {

    private static final int MOST = 100;

    private final Bank bank;
    private final Questions questions;
    private final Drafts drafts;
    private final Drafter drafter;
    private final Storage storage;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DraftDesk(
            Bank bank,
            Questions questions,
            Drafts drafts,
            Drafter drafter,
            Storage storage,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bank = bank;
        this.questions = questions;
        this.drafts = drafts;
        this.drafter = drafter;
        this.storage = storage;
        this.events = events;
        this.clock = clock;
    }

    /** Drafts a rubric for the latest version, and stores it as the next one. */
    public Mono<StoredDraft> draft(Caller caller, String questionId) {
        return bank.latest(caller.tenant(), questionId)
                .doOnNext(DraftDesk::requireRubric)
                .flatMap(
                        entry ->
                                drafter.draft(caller.tenant(), entry)
                                        .flatMap(
                                                drafted ->
                                                        storage.inTransaction(
                                                                () ->
                                                                        stored(
                                                                                caller, entry,
                                                                                drafted))));
    }

    /** The newest drafts of a question. */
    public Mono<List<Draft>> drafts(TenantId tenant, String questionId) {
        return bank.latest(tenant, questionId)
                .flatMap(known -> storage.inTransaction(() -> drafts.of(tenant, known.id(), MOST)));
    }

    private StoredDraft stored(Caller caller, Entry before, Drafted drafted) {
        Entry version =
                questions
                        .renew(caller.tenant(), before.draft(drafted.rubric()), before.version())
                        .orElseThrow(DraftDesk::overtaken);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Draft draft =
                new Draft(
                        caller.tenant(),
                        version.question().ref().orElseThrow(),
                        drafted.origin(),
                        drafted.usage(),
                        caller.name(),
                        now);
        drafts.add(draft);
        if (!drafted.usage().isNone()) {
            events.publishEvent(new ModelUsed(caller.tenant(), drafted.usage()));
        }
        return new StoredDraft(version, draft);
    }

    private static void requireRubric(Entry entry) {
        if (entry.question().kind() == QuestionKind.MULTIPLE_CHOICE) {
            throw new Refusal(
                    ProblemCode.CONFLICT,
                    "A question of kind MULTIPLE_CHOICE is graded by its options: it has no"
                            + " rubric.");
        }
    }

    private static Refusal overtaken() {
        return new Refusal(
                ProblemCode.CONFLICT,
                "The question got a newer version while the rubric was drafted: ask again.");
    }
}
