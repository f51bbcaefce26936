package io.evenhand.interviews;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violations;
import io.evenhand.question.Entry;
import io.evenhand.question.ImportReport;
import io.evenhand.question.Questions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Interviews as their users see them: each call is one transaction, or refused. */
@Component
public class InterviewDesk {

    private final Interviews interviews;
    private final Questions questions;
    private final ShippedInterviews shipped;
    private final Storage storage;

    InterviewDesk(
            Interviews interviews,
            Questions questions,
            ShippedInterviews shipped,
            Storage storage) {
        this.interviews = interviews;
        this.questions = questions;
        this.shipped = shipped;
        this.storage = storage;
    }

    /** The latest version, or a named one. */
    public Mono<Interview> get(TenantId tenant, String id, Optional<Integer> version) {
        return storage.inTransaction(
                () ->
                        known(
                                version.map(number -> interviews.version(tenant, id, number))
                                        .orElseGet(() -> interviews.latest(tenant, id))));
    }

    public Mono<List<Interview>> page(TenantId tenant, Optional<String> after, int limit) {
        return storage.inTransaction(() -> interviews.page(tenant, after, limit));
    }

    public Mono<Interview> add(TenantId tenant, Interview interview) {
        return storage.inTransaction(
                () -> {
                    requireQuestions(tenant, List.of(interview), false);
                    return interviews
                            .add(tenant, interview)
                            .orElseThrow(
                                    () ->
                                            new Refusal(
                                                    ProblemCode.CONFLICT,
                                                    "There is an interview of this id: PUT makes a"
                                                            + " new version of it."));
                });
    }

    /**
     * @param expected which latest version the client knows
     */
    public Mono<Interview> renew(TenantId tenant, Interview interview, IntPredicate expected) {
        return storage.inTransaction(
                () -> {
                    int latest = known(interviews.latest(tenant, interview.id())).version();
                    requireQuestions(tenant, List.of(interview), false);
                    return Optional.of(latest)
                            .filter(expected::test)
                            .flatMap(version -> interviews.renew(tenant, interview, version))
                            .orElseThrow(InterviewDesk::changed);
                });
    }

    /**
     * @param expected which latest version the client knows
     */
    public Mono<Boolean> remove(TenantId tenant, String id, IntPredicate expected) {
        return storage.inTransaction(
                () -> {
                    if (!expected.test(known(interviews.latest(tenant, id)).version())) {
                        throw changed();
                    }
                    return interviews.remove(tenant, id);
                });
    }

    /** Takes in the interviews that come with a bank; empty if there is none of that name. */
    public Mono<ImportReport> takeIn(TenantId tenant, String source) {
        return Mono.fromCallable(() -> shipped.read(source))
                .subscribeOn(Schedulers.parallel())
                .flatMap(Mono::justOrEmpty)
                .flatMap(all -> storage.inTransaction(() -> takeIn(tenant, all)));
    }

    private ImportReport takeIn(TenantId tenant, List<Interview> all) {
        requireQuestions(tenant, all, true);
        int created = 0;
        int updated = 0;
        for (Interview interview : all) {
            Optional<Interview> there = interviews.latest(tenant, interview.id());
            if (there.filter(interview::saysTheSameAs).isEmpty()) {
                interviews.put(tenant, interview);
                created += there.isEmpty() ? 1 : 0;
                updated += there.isEmpty() ? 0 : 1;
            }
        }
        return new ImportReport(created, updated, all.size() - created - updated);
    }

    /**
     * @param several whether the client speaks of a list of interviews
     */
    private void requireQuestions(TenantId tenant, List<Interview> all, boolean several) {
        List<String> wanted =
                all.stream().flatMap(each -> each.questionIds().stream()).distinct().toList();
        Set<String> known =
                questions.current(tenant, wanted).stream()
                        .map(Entry::id)
                        .collect(Collectors.toSet());
        Violations violations = new Violations();
        for (int i = 0; i < all.size(); i++) {
            List<String> ids = all.get(i).questionIds();
            for (int n = 0; n < ids.size(); n++) {
                violations.require(
                        known.contains(ids.get(n)),
                        (several ? "/interviews/" + i : "") + "/questions/" + n + "/id",
                        "is no question of the bank: add or import it first");
            }
        }
        violations.refuseIfAny();
    }

    public static Refusal changed() {
        return new Refusal(
                ProblemCode.PRECONDITION_FAILED,
                "The interview has a newer version: read it again and send its ETag.");
    }

    private static Interview known(Optional<Interview> interview) {
        return interview.orElseThrow(
                () -> new Refusal(ProblemCode.NOT_FOUND, "There is no such interview."));
    }
}
