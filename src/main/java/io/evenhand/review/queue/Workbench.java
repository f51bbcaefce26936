package io.evenhand.review.queue;

import io.evenhand.access.Caller;
import io.evenhand.access.People;
import io.evenhand.candidate.appeal.Appeal;
import io.evenhand.candidate.appeal.Appeals;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.QuestionKey;
import io.evenhand.interviews.Interviews;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.review.ReviewPageSettings;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The queue as the pages see it. */
@Component
public class Workbench {

    /** More are not counted: past it, the exact number helps nobody, and counting takes time. */
    public static final int MOST_COUNTED = 1000;

    private static final int MOST_QUESTIONS = 200;

    private final Queue queue;
    private final Gradings gradings;
    private final Interviews interviews;
    private final TwoReadings readings;
    private final Appeals appeals;
    private final People people;
    private final Storage storage;
    private final ReviewPageSettings settings;
    private final Clock clock;

    Workbench(
            Queue queue,
            Gradings gradings,
            Interviews interviews,
            TwoReadings readings,
            Appeals appeals,
            People people,
            Storage storage,
            ReviewPageSettings settings,
            Clock clock) {
        this.queue = queue;
        this.gradings = gradings;
        this.interviews = interviews;
        this.readings = readings;
        this.appeals = appeals;
        this.people = people;
        this.storage = storage;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of the queue with the gradings themselves; one more than asked for, if there is. */
    public Mono<List<Entry>> page(Queue.Page page) {
        return storage.inTransaction(
                () ->
                        queue.page(asked(page)).stream()
                                .flatMap(item -> entry(page.tenant(), item).stream())
                                .toList());
    }

    private Queue.Page asked(Queue.Page page) {
        QueueFilter filter = asked(page.tenant(), page.filter());
        return new Queue.Page(page.tenant(), filter, page.after(), page.free(), page.limit());
    }

    /** The questions that an interview asks now are what the queue knows; not the interview. */
    private QueueFilter asked(TenantId tenant, QueueFilter filter) {
        return filter.interview()
                .flatMap(id -> interviews.latest(tenant, id))
                .map(
                        interview ->
                                filter.asking(
                                        interview.questionIds().stream()
                                                .map(id -> QuestionKey.ofBank(id).value())
                                                .toList()))
                .orElse(filter);
    }

    private Map<String, String> titles(TenantId tenant) {
        Map<String, String> titles = new LinkedHashMap<>();
        interviews
                .page(tenant, Optional.empty(), MOST_QUESTIONS)
                .forEach(interview -> titles.put(interview.id(), interview.title()));
        return titles;
    }

    private Optional<Entry> entry(TenantId tenant, QueueItem item) {
        return gradings.find(tenant, item.id()).map(grading -> new Entry(item, grading));
    }

    /** What stands around a page of the queue. */
    public Mono<Frame> frame(TenantId tenant, QueueFilter filter, Desk desk) {
        return storage.inTransaction(
                () ->
                        new Frame(
                                counts(tenant),
                                queue.count(tenant, asked(tenant, filter), MOST_COUNTED),
                                queue.questions(tenant, MOST_QUESTIONS),
                                titles(tenant),
                                queue.filters(tenant, desk.name()),
                                queue.count(
                                        tenant,
                                        QueueFilter.all(Tab.WAITING).of(desk.name()),
                                        MOST_COUNTED),
                                people(tenant, desk)));
    }

    private Map<Tab, Integer> counts(TenantId tenant) {
        Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
        for (Tab tab : Tab.values()) {
            counts.put(tab, queue.count(tenant, QueueFilter.all(tab), MOST_COUNTED));
        }
        return counts;
    }

    public Mono<Integer> count(TenantId tenant, QueueFilter filter) {
        return storage.inTransaction(
                () -> queue.count(tenant, asked(tenant, filter), MOST_COUNTED));
    }

    /**
     * Opens an answer and takes it for a time, unless somebody else has it; empty if it is not in
     * the queue.
     *
     * @param before what was decided just before, to be shown with it
     */
    public Mono<Opened> open(TenantId tenant, GradingId id, Desk desk, Optional<GradingId> before) {
        return storage.inTransaction(() -> opened(tenant, id, desk, before).orElse(null));
    }

    private Optional<Opened> opened(
            TenantId tenant, GradingId id, Desk desk, Optional<GradingId> before) {
        queue.hold(tenant, id, desk, clock.instant().plus(settings.lease()));
        return shown(tenant, id, desk, before);
    }

    private Optional<Opened> shown(
            TenantId tenant, GradingId id, Desk desk, Optional<GradingId> before) {
        return queue.find(tenant, id)
                .flatMap(item -> entry(tenant, item))
                .map(
                        entry ->
                                new Opened(
                                        entry,
                                        gradings.history(tenant, id),
                                        before.flatMap(other -> gradings.find(tenant, other)),
                                        appeals.of(tenant, id),
                                        readings.of(tenant, id),
                                        people(tenant, desk)));
    }

    /** Whom somebody who leads can give work to. */
    private List<String> people(TenantId tenant, Desk desk) {
        return desk.leads() ? people.whoDecide(tenant) : List.of();
    }

    /** An answer as it is, which nobody takes by that. */
    public Mono<Entry> entry(TenantId tenant, GradingId id) {
        return storage.inTransaction(
                () -> queue.find(tenant, id).flatMap(item -> entry(tenant, item)).orElse(null));
    }

    /** The same with all that its page shows; whoever looks ahead takes nothing. */
    public Mono<Opened> ahead(TenantId tenant, GradingId id, Desk desk) {
        return storage.inTransaction(() -> shown(tenant, id, desk, Optional.empty()).orElse(null));
    }

    /** Gives an answer back, and finds the next one as {@link #next} does. */
    public Mono<GradingId> onward(
            TenantId tenant,
            QueueFilter filter,
            Desk desk,
            GradingId done,
            Optional<QueueItem> after) {
        return storage.inTransaction(
                () -> {
                    queue.release(tenant, done, desk);
                    return following(tenant, filter, desk, after).orElse(null);
                });
    }

    /** The next free answer after a place of the queue, or else the first of it. */
    public Mono<GradingId> next(
            TenantId tenant, QueueFilter filter, Desk desk, Optional<QueueItem> after) {
        return storage.inTransaction(() -> following(tenant, filter, desk, after).orElse(null));
    }

    private Optional<GradingId> following(
            TenantId tenant, QueueFilter filter, Desk desk, Optional<QueueItem> after) {
        return first(tenant, filter, desk, after.map(QueueItem::position))
                .or(() -> first(tenant, filter, desk, Optional.empty()))
                .map(QueueItem::id)
                .filter(id -> after.filter(item -> item.id().equals(id)).isEmpty());
    }

    private Optional<QueueItem> first(
            TenantId tenant, QueueFilter filter, Desk desk, Optional<QueueItem.Position> after) {
        Queue.Page page = new Queue.Page(tenant, filter, after, Optional.of(desk), 1);
        return queue.page(asked(page)).stream().findFirst();
    }

    public Mono<QueueItem> find(TenantId tenant, GradingId id) {
        return storage.inTransaction(() -> queue.find(tenant, id).orElse(null));
    }

    /** What could be approved as it is, at least so sure; one more than the bulk's limit. */
    public Mono<List<Entry>> approvable(
            TenantId tenant, QueueFilter filter, double confidence, Desk desk) {
        return storage.inTransaction(
                () ->
                        queue
                                .approvable(
                                        tenant,
                                        asked(tenant, filter),
                                        confidence,
                                        desk,
                                        settings.bulk() + 1)
                                .stream()
                                .flatMap(item -> entry(tenant, item).stream())
                                .toList());
    }

    /** Gives answers to somebody, or takes them from whoever has them; how many there were. */
    public Mono<Integer> assign(
            Caller by, List<GradingId> ids, Optional<String> to, Consumer<GradingId> alongside) {
        return storage.inTransaction(
                () -> {
                    requireReader(by, to);
                    List<GradingId> known =
                            ids.stream()
                                    .filter(id -> queue.find(by.tenant(), id).isPresent())
                                    .toList();
                    known.forEach(
                            id -> {
                                queue.assign(by.tenant(), id, to);
                                alongside.accept(id);
                            });
                    return known.size();
                });
    }

    private void requireReader(Caller by, Optional<String> to) {
        boolean known =
                to.filter(name -> !name.equals(by.name()))
                        .filter(name -> !people.whoDecide(by.tenant()).contains(name))
                        .isEmpty();
        if (!known) {
            throw new Refusal(
                    ProblemCode.VALIDATION_FAILED, "Nobody of that name decides on gradings here.");
        }
    }

    /** Changes something beside the gradings: who has, flagged or was given an answer. */
    public Mono<Void> change(Consumer<Queue> change) {
        return storage.inTransaction(
                        () -> {
                            change.accept(queue);
                            return true;
                        })
                .then();
    }

    /** An item of the queue and its grading. */
    public record Entry(QueueItem item, Grading grading) {}

    /**
     * An answer that somebody opened.
     *
     * @param before what was decided just before
     * @param appeals of the candidate, oldest first
     * @param readings of two people who did not see each other's, or none
     * @param people who could be given work, if whoever opened it may give it
     */
    public record Opened(
            Entry entry,
            List<HistoryEntry> history,
            Optional<Grading> before,
            List<Appeal> appeals,
            List<Reading> readings,
            List<String> people) {}

    /**
     * What stands around a page of the queue.
     *
     * @param filtered how many the filter leaves
     * @param questions labels by key
     * @param interviews titles by id
     * @param saved queries by name
     * @param mine how many wait for this reader alone
     * @param people who could be given work, if this reader may give it
     */
    public record Frame(
            Map<Tab, Integer> counts,
            int filtered,
            Map<String, String> questions,
            Map<String, String> interviews,
            Map<String, String> saved,
            int mine,
            List<String> people) {}
}
