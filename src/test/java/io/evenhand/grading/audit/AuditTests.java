package io.evenhand.grading.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Erasures;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.Review;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Selection;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.support.ApiTestBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is done to the audit from outside shows. */
class AuditTests extends ApiTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired Auditor auditor;
    @Autowired Sealing sealing;
    @Autowired Seals seals;
    @Autowired Gradings gradings;
    @Autowired Erasures erasures;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    private final TenantId tenant = new TenantId("audited-" + UUID.randomUUID());
    private final GradingIds ids = new GradingIds();

    @Test
    void isWholeWhileNobodyTouchesIt() {
        graded();
        graded();
        sealing.sealed().block(PATIENCE);
        Grading third = graded();
        move(
                third,
                HistoryEntry.Event.REVIEWED,
                g ->
                        g.reviewed(
                                Samples.byModel(),
                                Review.by(
                                        "somebody",
                                        Optional.empty(),
                                        clock.instant(),
                                        Selection.REASON)));

        Verification found = verify();

        assertThat(found.isWhole()).as("%s", found.first()).isTrue();
        assertThat(found.gradings()).isEqualTo(3);
        assertThat(found.entries()).isEqualTo(10);
        assertThat(found.seals()).isOne();
        assertThat(found.unsealed()).isEqualTo(4);
        sealing.sealed().block(PATIENCE);
        assertThat(verify().unsealed()).isZero();
        assertThat(verify().latest().map(Seal::number)).contains(2);
    }

    @Test
    void isWholeAfterAnErasure() {
        Grading grading = graded();
        sealing.sealed().block(PATIENCE);
        transactions.executeWithoutResult(
                status ->
                        erasures.createdBefore(
                                tenant, clock.instant().plusSeconds(1), 10, "somebody"));

        assertThat(verify().isWhole()).isTrue();
        sealing.sealed().block(PATIENCE);
        assertThat(verify().isWhole()).isTrue();

        run("update grading set result = '{\"score\": 7.5}' where id = :id", grading);
        assertThat(kind()).contains(Fault.Kind.GRADING_CHANGED);
    }

    @Test
    void anEntryThatIsChangedShows() {
        Grading grading = graded();
        run(
                "update grading_event set actor = 'nobody' where seq = 2 and grading_id = :id",
                grading);

        Fault fault = verify().first().orElseThrow();

        assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_CHANGED);
        assertThat(fault.grading()).contains(grading.id());
        assertThat(fault.entry()).contains(2);
    }

    @Test
    void anEntryThatCannotEvenBeReadShowsAndHidesNoOther() {
        Grading unreadable = graded();
        Grading other = graded();
        run("update grading_event set event = 'NONSENSE' where grading_id = :id", unreadable);
        run("update grading_event set actor = 'nobody' where grading_id = :id", other);

        Verification found = verify();

        assertThat(found.faults()).isEqualTo(2);
        assertThat(found.first().flatMap(Fault::grading)).contains(unreadable.id());
    }

    @Test
    void anAnswerOrAGradeThatIsChangedShows() {
        Grading grading = graded();
        run("update grading set answer = '\"Another.\"' where id = :id", grading);
        assertThat(kind()).contains(Fault.Kind.GRADING_CHANGED);

        Grading second = graded();
        run("update grading set status = 'UNGRADED' where id = :id", second);
        assertThat(verify().faults()).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsMovedOrNoLongerOpensShowsAndHidesNoOther() {
        Grading moved = graded();
        Grading other = graded();
        jdbc.sql(
                        "update grading set answer = (select answer from grading where id = :other)"
                                + " where id = :id")
                .param("other", other.id().value())
                .param("id", moved.id().value())
                .update();
        assertThat(kind()).contains(Fault.Kind.GRADING_CHANGED);

        run("update grading set answer = substring(answer, 1, 30) where id = :id", other);
        assertThat(verify().faults()).isEqualTo(2);
    }

    @Test
    void lastEntriesThatAreCutOffShowOnceTheyWereSealed() {
        Grading grading = claimed(queued());
        String before =
                jdbc.sql("select result from grading where id = :id")
                        .param("id", grading.id().value())
                        .query(String.class)
                        .single();
        graded(grading);
        sealing.sealed().block(PATIENCE);
        assertThat(verify().isWhole()).isTrue();

        run("delete from grading_event where seq = 3 and grading_id = :id", grading);
        jdbc.sql(
                        "update grading set status = 'GRADING', revision = 0, result = :before"
                                + " where id = :id")
                .param("before", before)
                .param("id", grading.id().value())
                .update();

        assertThat(verify().faults()).isOne();
        assertThat(kind()).contains(Fault.Kind.SEALED_CHANGED);
    }

    @Test
    void aGradingThatIsRemovedShowsWithItsHistoryAndWithout() {
        Grading grading = graded();
        graded();
        sealing.sealed().block(PATIENCE);
        run("delete from grading where id = :id", grading);
        assertThat(kind()).contains(Fault.Kind.GRADING_MISSING);

        run("delete from grading_event where grading_id = :id", grading);
        Fault fault = verify().first().orElseThrow();
        assertThat(fault.kind()).isEqualTo(Fault.Kind.SEALED_CHANGED);
        assertThat(fault.seal()).contains(1);
    }

    @Test
    void aHistoryThatIsRemovedShows() {
        Grading grading = graded();
        run("delete from grading_event where grading_id = :id", grading);

        assertThat(kind()).contains(Fault.Kind.HISTORY_MISSING);
    }

    @Test
    void aSealThatIsChangedOrRemovedShows() {
        for (int i = 0; i < 3; i++) {
            graded();
            sealing.sealed().block(PATIENCE);
        }
        Sha256 latest = verify().latest().orElseThrow().hash();
        assertThat(auditor.verify(tenant, Optional.of(latest)).block(PATIENCE).isWhole()).isTrue();

        jdbc.sql("update audit_seal set entries = 4 where number = 2 and tenant = :tenant")
                .param("tenant", tenant.value())
                .update();
        assertThat(kind()).contains(Fault.Kind.SEAL_CHANGED);

        jdbc.sql("delete from audit_seal where number = 2 and tenant = :tenant")
                .param("tenant", tenant.value())
                .update();
        assertThat(verify().first()).contains(Fault.ofSeal(Fault.Kind.SEAL_MISSING, 2));
        jdbc.sql("delete from audit_seal where number = 3 and tenant = :tenant")
                .param("tenant", tenant.value())
                .update();
        assertThat(verify().first()).contains(Fault.ofSeal(Fault.Kind.SEAL_MISSING, 2));
    }

    /** Whoever writes all anew cannot write what a customer has kept. */
    @Test
    void aChainThatWasWrittenAnewLacksTheSealThatWasKept() {
        Grading grading = graded();
        sealing.sealed().block(PATIENCE);
        Sha256 kept = verify().latest().orElseThrow().hash();
        run("delete from grading_event where grading_id = :id", grading);
        run("delete from grading where id = :id", grading);
        jdbc.sql("delete from audit_seal where tenant = :tenant")
                .param("tenant", tenant.value())
                .update();
        graded();
        sealing.sealed().block(PATIENCE);

        assertThat(verify().isWhole()).isTrue();
        assertThat(
                        auditor.verify(tenant, Optional.of(kept))
                                .block(PATIENCE)
                                .first()
                                .map(Fault::kind))
                .contains(Fault.Kind.SEAL_UNKNOWN);
    }

    @Test
    void manyInstancesSealOnceAndLargePiecesInParts() throws Exception {
        for (int i = 0; i < 30; i++) {
            graded();
        }
        List<Future<?>> sealers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                sealers.add(threads.submit(this::sealAll));
            }
            for (Future<?> sealer : sealers) {
                sealer.get();
            }
        }

        Verification found = verify();

        assertThat(found.isWhole()).as("%s", found.first()).isTrue();
        assertThat(found.unsealed()).isZero();
        assertThat(found.seals()).isBetween(5, 30);
    }

    private void sealAll() {
        while (!unsealed().isEmpty()) {
            transactions.execute(status -> seals.seal(tenant, 10));
        }
    }

    private List<TenantId> unsealed() {
        return transactions.execute(
                status -> seals.unsealed().stream().filter(tenant::equals).toList());
    }

    private Grading queued() {
        Grading grading =
                Grading.queued(
                        ids.next(),
                        tenant,
                        Samples.submission("It fits noise."),
                        clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        transactions.executeWithoutResult(
                status -> gradings.add(grading, Optional.empty(), "somebody"));
        return grading;
    }

    private Grading graded() {
        return graded(claimed(queued()));
    }

    private Grading claimed(Grading grading) {
        return move(
                grading,
                HistoryEntry.Event.CLAIMED,
                g -> g.claimed(clock.instant().plusSeconds(60)));
    }

    private Grading graded(Grading grading) {
        return move(
                grading,
                HistoryEntry.Event.GRADED,
                g -> g.graded(Samples.byModel(), List.of(), Optional.empty(), clock.instant()));
    }

    private Grading move(Grading grading, HistoryEntry.Event event, UnaryOperator<Grading> change) {
        return transactions.execute(
                status ->
                        gradings.move(
                                        tenant,
                                        grading.id(),
                                        Optional.empty(),
                                        event,
                                        "somebody",
                                        change)
                                .orElseThrow());
    }

    private void run(String sql, Grading grading) {
        assertThat(jdbc.sql(sql).param("id", grading.id().value()).update()).isPositive();
    }

    private Verification verify() {
        return auditor.verify(tenant, Optional.empty()).block(PATIENCE);
    }

    private Optional<Fault.Kind> kind() {
        return verify().first().map(Fault::kind);
    }
}
