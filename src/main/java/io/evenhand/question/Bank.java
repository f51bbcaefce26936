package io.evenhand.question;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The question bank as its users see it: each call is one transaction, or refused. */
@Component
public class Bank {

    private final Questions questions;
    private final Storage storage;

    Bank(Questions questions, Storage storage) {
        this.questions = questions;
        this.storage = storage;
    }

    /** The latest version. */
    public Mono<Entry> latest(TenantId tenant, String id) {
        return storage.inTransaction(() -> known(questions.latest(tenant, id)));
    }

    public Mono<Entry> version(TenantId tenant, String id, int version) {
        return storage.inTransaction(() -> known(questions.entry(tenant, id, version)));
    }

    public Mono<List<Entry>> find(EntryQuery query) {
        return storage.inTransaction(() -> questions.find(query));
    }

    public Mono<Entry> add(TenantId tenant, Entry entry) {
        return storage.inTransaction(
                () ->
                        questions
                                .add(tenant, entry)
                                .orElseThrow(
                                        () ->
                                                new Refusal(
                                                        ProblemCode.CONFLICT,
                                                        "The bank has a question of this id: PUT"
                                                                + " makes a new version of it.")));
    }

    /**
     * @param expected which latest version the client knows
     */
    public Mono<Entry> renew(TenantId tenant, Entry entry, IntPredicate expected) {
        return storage.inTransaction(
                () -> {
                    int latest = known(questions.latest(tenant, entry.id())).version();
                    return Optional.of(latest)
                            .filter(expected::test)
                            .flatMap(version -> questions.renew(tenant, entry, version))
                            .orElseThrow(Bank::changed);
                });
    }

    /** Takes all of them in, or none: what the bank has already word for word stays as it is. */
    public Mono<ImportReport> takeIn(TenantId tenant, List<Arrival> arrivals) {
        return storage.inTransaction(
                () -> {
                    ImportReport report = ImportReport.NOTHING;
                    for (Arrival arrival : arrivals) {
                        report = report.plus(takeIn(tenant, arrival));
                    }
                    return report;
                });
    }

    private ImportReport takeIn(TenantId tenant, Arrival arrival) {
        Optional<Entry> there = questions.latest(tenant, arrival.entry().id());
        if (there.filter(arrival::saysNothingNewTo).isPresent()) {
            return new ImportReport(0, 0, 1);
        }
        questions.put(tenant, arrival.entry());
        return there.isEmpty() ? new ImportReport(1, 0, 0) : new ImportReport(0, 1, 0);
    }

    public static Refusal changed() {
        return new Refusal(
                ProblemCode.PRECONDITION_FAILED,
                "The question has a newer version: read it again and send its ETag.");
    }

    private static Entry known(Optional<Entry> entry) {
        return entry.orElseThrow(
                () -> new Refusal(ProblemCode.NOT_FOUND, "There is no such question."));
    }
}
