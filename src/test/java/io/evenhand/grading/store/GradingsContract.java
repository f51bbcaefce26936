package io.evenhand.grading.store;

import static io.evenhand.grading.Samples.NOW;
import static io.evenhand.grading.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.evenhand.grading.CancelReason;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.GradingMoved;
import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Hold;
import io.evenhand.grading.KeyUse;
import io.evenhand.grading.Review;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Selection;
import io.evenhand.grading.Submission;
import io.evenhand.grading.UngradedReason;
import io.evenhand.guard.Flag;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.SealBrokenException;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.question.Points;
import io.evenhand.support.RowsRead;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What every store of gradings does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class GradingsContract {

    private static final TenantId OTHER = new TenantId("other");
    static final Duration LEASE = Duration.ofMinutes(1);
    private static final Sha256 KEY = Sha256.of("key");
    private static final Sha256 BODY = Sha256.of("body");

    private SettableClock clock;
    private final List<Object> moved = new ArrayList<>();
    private TestDatabase database;
    private Gradings gradings;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        clock = new SettableClock();
        moved.clear();
        gradings =
                new JdbcGradings(
                        database.operations(),
                        new StorageJson(),
                        TestVaults.vault(),
                        clock,
                        moved::add);
        database.clear();
    }

    @Test
    void findsWhatWasAdded() {
        Submission submission =
                Samples.submission("Überanpassung 🤖 fits 过拟合.", "c-1", "overfitting");
        Grading grading = add(Samples.queued(withMetadata(submission)));

        assertThat(find(grading)).contains(grading);
        assertThat(inTx(() -> gradings.version(TENANT, grading.id()))).contains(1L);
    }

    @Test
    void keepsAnAnswerAsItWasSentWhateverCharactersItHolds() {
        String answer = "nul \u0000 half \uD83D other half \uDE00 bell \u0007 \uFFFF \"\\ end";
        Grading grading = add(Samples.queued(Samples.submission(answer)));

        assertThat(find(grading).orElseThrow().submission().answer()).isEqualTo(answer);
    }

    @Test
    void keepsWhateverCharactersAQuestionHolds() {
        Submission odd = Samples.submission("An answer.");
        Submission submission =
                new Submission(
                        odd.question(),
                        odd.rubric(),
                        odd.rubricSource(),
                        odd.answer(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("nul \u0000 half \uD83D"),
                        Optional.empty());
        Grading grading = add(Samples.queued(submission));

        assertThat(find(grading)).contains(grading);
    }

    @Test
    void findsAGradeAsItWasStored() {
        Grading grading = add(claimed());
        Grading graded =
                move(grading, Event.GRADED, g -> graded(g, Flag.Code.HEDGING)).orElseThrow();

        assertThat(graded.status()).isEqualTo(GradingStatus.GRADED);
        assertThat(find(grading)).contains(graded);
    }

    @Test
    void tellsOfMovesButNotOfClaims() {
        Grading grading = add(Samples.queued());
        inTx(() -> gradings.claimAbandoned(TENANT, 1, LEASE));
        assertThat(moved).isEmpty();
        Grading claimed = find(grading).orElseThrow();

        Grading graded =
                move(grading, Event.GRADED, g -> graded(g, Flag.Code.HEDGING)).orElseThrow();

        GradingMoved told = new GradingMoved(claimed, graded);
        assertThat(moved).containsExactly(told);
        assertThat(told.isNewGrade()).isTrue();
    }

    @Test
    void findsThatThereIsNoGrade() {
        Grading grading = add(claimed());
        Grading ungraded =
                move(
                                grading,
                                Event.UNGRADED,
                                g ->
                                        g.ungraded(
                                                Samples.noGrade(UngradedReason.NEEDS_MODEL),
                                                List.of(),
                                                Optional.of(NOW.plusSeconds(9)),
                                                NOW))
                        .orElseThrow();

        assertThat(find(grading)).contains(ungraded);
    }

    @Test
    void findsThatItWasCancelled() {
        Grading grading = add(claimed());
        Grading cancelled =
                move(grading, Event.CANCELLED, g -> g.cancelled(CancelReason.CLIENT_GONE))
                        .orElseThrow();

        assertThat(find(grading)).contains(cancelled);
    }

    @Test
    void anotherTenantSeesAndMovesNothing() {
        Grading grading = add(claimed(), Optional.of(use(KEY, BODY, NOW)));

        assertThat(inTx(() -> gradings.find(OTHER, grading.id()))).isEmpty();
        assertThat(inTx(() -> gradings.version(OTHER, grading.id()))).isEmpty();
        assertThat(inTx(() -> gradings.history(OTHER, grading.id()))).isEmpty();
        assertThat(inTx(() -> gradings.page(GradingQuery.newest(OTHER, 10)))).isEmpty();
        assertThat(inTx(() -> gradings.key(OTHER, KEY, Instant.EPOCH))).isEmpty();
        assertThat(
                        inTx(
                                () ->
                                        gradings.move(
                                                OTHER,
                                                grading.id(),
                                                Optional.empty(),
                                                Event.CANCELLED,
                                                "x",
                                                g -> g.cancelled(CancelReason.ON_REQUEST))))
                .isEmpty();
        assertThat(find(grading)).contains(grading);
    }

    @Test
    void theSameIdCanStandInTwoTenants() {
        Grading mine = add(Samples.queued());
        Grading theirs =
                Grading.queued(mine.id(), OTHER, Samples.submission("Another answer."), NOW);
        add(theirs);

        assertThat(find(mine)).contains(mine);
        assertThat(find(theirs)).contains(theirs);
    }

    @Test
    void pagesRunFromTheNewestToTheOldestWithoutGapOrRepeat() {
        List<GradingId> ids =
                IntStream.range(0, 7).mapToObj(i -> add(Samples.queued()).id()).toList();
        List<GradingId> seen = new ArrayList<>();
        Optional<GradingId> cursor = Optional.empty();
        List<Grading> page;
        do {
            page = page(query(3, cursor));
            page.forEach(grading -> seen.add(grading.id()));
            cursor = page.isEmpty() ? cursor : Optional.of(page.getLast().id());
        } while (!page.isEmpty());

        assertThat(seen).containsExactlyElementsOf(ids.reversed());
    }

    @Test
    void filtersByEverythingAndByAllOfItTogether() {
        Grading old = at(NOW.minusSeconds(60), "c-1", "q-1");
        Grading mid = at(NOW, "c-1", "q-2");
        Grading late = at(NOW.plusSeconds(60), "c-2", "q-1");
        move(late, Event.CANCELLED, g -> g.cancelled(CancelReason.ON_REQUEST));

        assertPage(byStatus(Set.of(GradingStatus.CANCELLED)), late);
        assertPage(byStatus(Set.of(GradingStatus.CANCELLED, GradingStatus.QUEUED)), late, mid, old);
        assertPage(byStatus(Set.of(GradingStatus.GRADED)));
        assertPage(filter("q-1", null, null, null), late, old);
        assertPage(filter(null, "c-1", null, null), mid, old);
        assertPage(filter(null, null, NOW, null), late, mid);
        assertPage(filter(null, null, null, NOW), old);
        assertPage(filter("q-2", "c-1", NOW, NOW.plusSeconds(1)), mid);
        assertPage(filter("q-2", "c-2", null, null));
        assertPage(filter("' or 1=1 --", null, null, null));
    }

    @Test
    void findsByTextsThatADatabaseDoesNotHold() {
        Grading odd = at(NOW, "nul \u0000 half \uD83D", "q-1");

        assertPage(filter(null, "nul \u0000 half \uD83D", null, null), odd);
        assertPage(filter("q-\u0000", null, null, null));
        assertThat(find(odd)).contains(odd);
    }

    @Test
    void filtersByBatch() {
        add(Samples.queued());
        GradingQuery query =
                new GradingQuery(
                        TENANT,
                        Set.of(),
                        Optional.empty(),
                        Optional.of("none"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        10);

        assertPage(query);
    }

    @Test
    void keepsEveryMoveInTheHistory() {
        Grading grading = add(claimed());
        clock.advance(Duration.ofSeconds(3));
        move(grading, Event.GRADED, GradingsContract::graded);

        assertThat(history(grading))
                .extracting(HistoryEntry::seq, HistoryEntry::event, HistoryEntry::status)
                .containsExactly(
                        tuple(1, Event.ACCEPTED, GradingStatus.GRADING),
                        tuple(2, Event.GRADED, GradingStatus.GRADED));
        HistoryEntry last = history(grading).getLast();
        assertThat(last.actor()).isEqualTo("somebody");
        assertThat(last.revision()).isEqualTo(1);
        assertThat(last.score()).contains(Samples.byModel().score());
        assertThat(last.grader()).contains(Samples.byModel().grader());
        assertThat(last.at()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void theHistoryOfAGradingVerifies() {
        Grading grading = gradedTwice();

        assertThat(AuditChain.broken(TENANT, grading.id(), history(grading))).isEmpty();
    }

    @Test
    void aHistoryBelongsToItsGradingAndItsTenant() {
        Grading grading = gradedTwice();

        assertThat(AuditChain.broken(OTHER, grading.id(), history(grading))).contains(1);
        assertThat(AuditChain.broken(TENANT, new GradingIds().next(), history(grading)))
                .contains(1);
    }

    @Test
    void tamperingWithTheHistoryShows() {
        for (String change :
                List.of(
                        "score = 8.00",
                        "actor = 'nobody'",
                        "status = 'PROVISIONAL'",
                        "event = 'UNGRADED'",
                        "revision = 7",
                        "at = timestamp with time zone '2026-01-01 00:00:00+00'",
                        "grader = replace(grader, 'some-model', 'best-model')",
                        "grader = replace(grader, '\"attempts\":2', '\"attempts\":1')",
                        "content_hash = hash")) {
            database.clear();
            Grading grading = gradedTwice();
            database.jdbc().sql("update grading_event set " + change + " where seq = 2").update();

            assertThat(AuditChain.broken(TENANT, grading.id(), history(grading)))
                    .as(change)
                    .contains(2);
        }
    }

    @Test
    void aMissingEntryShows() {
        Grading grading = gradedTwice();
        database.jdbc().sql("delete from grading_event where seq = 2").update();

        assertThat(AuditChain.broken(TENANT, grading.id(), history(grading))).contains(3);
    }

    @Test
    void saysWhatBrokeByItsKindAndCoversIt() {
        Grading grading = add(claimed());
        move(grading, Event.RELEASED, g -> g.failed("IllegalStateException", Optional.empty()));
        move(grading, Event.CLAIMED, g -> g.claimed(NOW.plus(LEASE)));
        move(
                grading,
                Event.UNGRADED,
                g ->
                        g.ungraded(
                                Samples.noGrade(UngradedReason.ATTEMPTS_EXHAUSTED),
                                List.of(),
                                Optional.empty(),
                                NOW));

        assertThat(history(grading))
                .extracting(HistoryEntry::event, HistoryEntry::cause)
                .containsExactly(
                        tuple(Event.ACCEPTED, Optional.empty()),
                        tuple(Event.RELEASED, Optional.of("IllegalStateException")),
                        tuple(Event.CLAIMED, Optional.empty()),
                        tuple(Event.UNGRADED, Optional.of("ATTEMPTS_EXHAUSTED")));
        assertThat(AuditChain.broken(TENANT, grading.id(), history(grading))).isEmpty();
        database.jdbc().sql("update grading_event set cause = 'X' where seq = 2").update();
        assertThat(AuditChain.broken(TENANT, grading.id(), history(grading))).contains(2);
        database.jdbc().sql("update grading_event set cause = null where seq = 2").update();
        assertThat(AuditChain.broken(TENANT, grading.id(), history(grading))).contains(2);
    }

    @Test
    void erasingTheTextsLeavesTheHistoryVerifiable() {
        Grading grading = gradedTwice();
        database.jdbc()
                .sql(
                        "update grading set answer = '', submission = '{}', result = '{}', salt = null")
                .update();

        assertThat(AuditChain.broken(TENANT, grading.id(), history(grading))).isEmpty();
    }

    @Test
    void theHistoryHoldsNoText() {
        Grading grading = gradedTwice();
        List<String> rows =
                database.jdbc()
                        .sql("select * from grading_event")
                        .query((row, number) -> row.getString("grader") + row.getString("actor"))
                        .list();

        assertThat(rows).hasSize(4).noneMatch(row -> row.contains("memorises"));
    }

    @Test
    void aStaleAttemptMovesNothing() {
        Grading grading = add(claimed());
        Grading before = find(grading).orElseThrow();

        assertThat(move(grading, Optional.of(0), Event.GRADED, GradingsContract::graded)).isEmpty();
        assertThat(move(grading, Optional.of(2), Event.GRADED, GradingsContract::graded)).isEmpty();
        assertThat(find(grading)).contains(before);
        assertThat(history(grading)).hasSize(1);
        assertThat(move(grading, Optional.of(1), Event.GRADED, GradingsContract::graded))
                .isPresent();
    }

    @Test
    void nothingMovesWhatWasCancelled() {
        Grading grading = add(claimed());
        move(grading, Event.CANCELLED, g -> g.cancelled(CancelReason.CLIENT_GONE));

        assertThat(move(grading, Event.GRADED, GradingsContract::graded)).isEmpty();
        assertThat(move(grading, Event.RELEASED, g -> g.released(Optional.empty()))).isEmpty();
        assertThat(move(grading, Event.CANCELLED, g -> g.cancelled(CancelReason.ON_REQUEST)))
                .isEmpty();
    }

    @Test
    void whatIsGradedIsNotCancelled() {
        Grading grading = add(claimed());
        move(grading, Event.GRADED, GradingsContract::graded);

        assertThat(move(grading, Event.CANCELLED, g -> g.cancelled(CancelReason.ON_REQUEST)))
                .isEmpty();
    }

    @Test
    void aHumansWordIsFinal() {
        Grading grading = add(claimed());
        database.jdbc().sql("update grading set status = 'REVIEWED'").update();

        assertThat(move(grading, Event.GRADED, GradingsContract::graded)).isEmpty();
        assertThat(move(grading, Event.RELEASED, g -> g.released(Optional.empty()))).isEmpty();
        assertThat(move(grading, Event.CLAIMED, g -> g.claimed(NOW))).isEmpty();
        assertThat(move(grading, Event.REGRADE_ASKED, g -> g.resubmitted(mine(), NOW))).isEmpty();
    }

    @Test
    void remembersThatTheModelIsToBeAskedAnewUntilItHasSpoken() {
        Grading grading = add(claimed());
        move(grading, Event.GRADED, GradingsContract::graded);
        move(grading, Event.REGRADE_ASKED, g -> g.resubmitted(mine(), NOW));
        assertThat(find(grading)).map(Grading::anew).contains(true);

        move(grading, Event.RELEASED, g -> g.released(Optional.empty()));
        assertThat(find(grading)).map(Grading::anew).contains(true);

        move(grading, Event.GRADED, GradingsContract::graded);
        assertThat(find(grading)).map(Grading::anew).contains(false);
    }

    @Test
    void findsADecisionWithTheMachinesGradeBesideIt() {
        Grading grading = add(claimed());
        move(grading, Event.GRADED, GradingsContract::graded);
        Grading reviewed =
                move(grading, Event.REVIEWED, g -> reviewed(g, Selection.RANDOM)).orElseThrow();

        assertThat(find(grading)).contains(reviewed);
        assertThat(reviewed.machineGrade()).contains(Samples.byModel());
        assertThat(history(grading).getLast())
                .extracting(
                        HistoryEntry::event,
                        HistoryEntry::actor,
                        HistoryEntry::status,
                        HistoryEntry::revision,
                        HistoryEntry::score)
                .containsExactly(
                        Event.REVIEWED,
                        "somebody",
                        GradingStatus.REVIEWED,
                        2,
                        Optional.of(Points.of(1)));
        assertThat(AuditChain.broken(TENANT, grading.id(), history(grading))).isEmpty();
    }

    @Test
    void aDecisionNeedsAGradeAndMayBeMadeAgain() {
        Grading grading = add(claimed());
        assertThat(move(grading, Event.REVIEWED, g -> reviewed(g, Selection.REASON))).isEmpty();
        move(grading, Event.GRADED, GradingsContract::graded);
        move(grading, Event.REVIEWED, g -> reviewed(g, Selection.REASON));

        assertThat(move(grading, Event.REVIEWED, g -> reviewed(g, Selection.REASON)))
                .hasValueSatisfying(again -> assertThat(again.revision()).isEqualTo(3));
        assertThat(inTx(() -> gradings.claimDue(TENANT, 10, LEASE))).isEmpty();
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 10, LEASE))).isEmpty();
    }

    @Test
    void aDecisionThatFailsLeavesNoTrace() {
        Grading grading = add(claimed());
        Grading graded = move(grading, Event.GRADED, GradingsContract::graded).orElseThrow();

        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                move(
                                        grading,
                                        Event.REVIEWED,
                                        g -> {
                                            throw new IllegalStateException("it has changed");
                                        }));
        assertThat(find(grading)).contains(graded);
        assertThat(history(grading)).hasSize(2);
    }

    @Test
    void aTextThatIsCopiedToAnotherTenantOrColumnDoesNotOpen() {
        Grading mine = add(claimed());
        Grading theirs =
                add(Grading.queued(mine.id(), OTHER, Samples.submission("Another answer."), NOW));
        for (String copy : List.of("answer = (select answer", "answer = (select result")) {
            database.jdbc()
                    .sql(
                            "update grading set "
                                    + copy
                                    + " from grading where tenant = :theirs) where tenant = :mine")
                    .param("theirs", theirs.tenant().value())
                    .param("mine", mine.tenant().value())
                    .update();

            assertThatThrownBy(() -> find(mine))
                    .isInstanceOf(SealBrokenException.class)
                    .hasMessageContaining("grading.answer of " + mine.id());
        }
    }

    @Test
    void readsWhatWasStoredInClear() {
        Grading grading = add(claimed());
        Opened opened = new Opened(TestVaults.vault(), TENANT, grading.id());
        for (String column : List.of("answer", "submission", "result", "salt")) {
            String stored =
                    database.jdbc()
                            .sql("select " + column + " from grading")
                            .query(String.class)
                            .single();
            database.jdbc()
                    .sql("update grading set " + column + " = :clear")
                    .param("clear", opened.of(column, stored))
                    .update();
        }

        assertThat(find(grading)).contains(grading);
        assertThat(move(grading, Event.GRADED, GradingsContract::graded)).isPresent();
    }

    @Test
    void readsWhatWasStoredBeforeThereWereDecisions() {
        Grading grading = add(claimed());
        Grading graded = move(grading, Event.GRADED, GradingsContract::graded).orElseThrow();
        String stored =
                database.jdbc().sql("select result from grading").query(String.class).single();
        String result = new Opened(TestVaults.vault(), TENANT, grading.id()).of("result", stored);
        String older =
                result.replace(",\"review\":null", "")
                        .replace(",\"calibrated\":null", "")
                        .replace(",\"calibration\":null", "");
        assertThat(older).doesNotContain("\"review\"", "calibrat").isNotEqualTo(result);
        database.jdbc().sql("update grading set result = :older").param("older", older).update();

        assertThat(find(grading)).contains(graded);
    }

    @Test
    void concurrentMovesAreMadeOneAfterTheOther() throws Exception {
        Grading grading = add(claimed());

        List<Optional<Grading>> moved =
                atOnce(12, i -> move(grading, Event.GRADED, GradingsContract::graded));

        assertThat(moved).allMatch(Optional::isPresent);
        assertThat(find(grading).orElseThrow().revision()).isEqualTo(12);
        assertThat(AuditChain.broken(TENANT, grading.id(), history(grading))).isEmpty();
    }

    @Test
    void claimsWhatNobodyHoldsTheOldestFirst() {
        Grading first = add(Samples.queued());
        Grading second = add(Samples.queued());
        Grading third = add(Samples.queued());

        List<Grading> claimed = inTx(() -> gradings.claimAbandoned(TENANT, 2, LEASE));

        assertThat(claimed).extracting(Grading::id).containsExactly(first.id(), second.id());
        assertThat(claimed).allMatch(g -> g.status() == GradingStatus.GRADING && g.attempt() == 1);
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE)))
                .extracting(Grading::id)
                .containsExactly(third.id());
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE))).isEmpty();
    }

    @Test
    void knowsWhoseGradingsNobodyHoldsHoweverManyThereAre() {
        IntStream.range(0, 50).forEach(i -> add(Samples.queued()));
        Grading theirs = add(queuedBy(OTHER));
        add(queuedBy(new TenantId("Zoë's")));
        TenantId held = new TenantId("held");
        add(queuedBy(held).claimed(NOW.plus(LEASE)));
        TenantId graded = new TenantId("graded");
        add(graded(queuedBy(graded).claimed(NOW)));
        TenantId later = new TenantId("later");
        add(
                queuedBy(later)
                        .claimed(NOW)
                        .released(Optional.of(clock.instant().plus(LEASE).plusSeconds(9))));

        assertThat(inTx(() -> gradings.withAbandoned()))
                .containsExactlyInAnyOrder(TENANT, OTHER, new TenantId("Zoë's"));
        assertThat(inTx(() -> gradings.claimAbandoned(OTHER, 9, LEASE)))
                .extracting(Grading::id)
                .containsExactly(theirs.id());
        clock.advance(LEASE.plusSeconds(10));
        assertThat(inTx(() -> gradings.withAbandoned()))
                .containsExactlyInAnyOrder(TENANT, OTHER, new TenantId("Zoë's"), held, later);
    }

    @Test
    void claimsWhatAWorkerLeftBehindBeforeWhatNobodyHasBegun() {
        Grading fresh = add(Samples.queued());
        Grading left = add(claimed());
        clock.advance(LEASE.plusSeconds(1));

        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 1, LEASE)))
                .extracting(Grading::id)
                .containsExactly(left.id());
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 1, LEASE)))
                .extracting(Grading::id)
                .containsExactly(fresh.id());
    }

    @Test
    void claimsAgainWhenALeaseIsOver() {
        add(Samples.queued());
        inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE));
        clock.advance(LEASE.minusSeconds(1));
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE))).isEmpty();
        clock.advance(Duration.ofSeconds(2));

        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE)))
                .singleElement()
                .satisfies(g -> assertThat(g.attempt()).isEqualTo(2));
    }

    @Test
    void claimsWhatWasReleasedWhenItsTimeHasCome() {
        Grading grading = add(claimed());
        Instant retryAt = clock.instant().plusSeconds(30);
        move(grading, Event.RELEASED, g -> g.released(Optional.of(retryAt)));

        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE))).isEmpty();
        clock.advance(Duration.ofSeconds(31));
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE))).hasSize(1);
    }

    @Test
    void claimsWhatAModelShouldBeAskedAboutAgainTheLongestDueFirst() {
        Grading later = provisional(clock.instant().plusSeconds(20));
        Grading sooner = provisional(clock.instant().plusSeconds(10));
        add(Samples.queued());
        assertThat(inTx(() -> gradings.claimDue(TENANT, 9, LEASE))).isEmpty();
        clock.advance(Duration.ofSeconds(21));

        List<Grading> claimed = inTx(() -> gradings.claimDue(TENANT, 9, LEASE));

        assertThat(claimed).extracting(Grading::id).containsExactly(sooner.id(), later.id());
        assertThat(claimed).allMatch(g -> g.status() == GradingStatus.PROVISIONAL);
        assertThat(claimed).allMatch(g -> g.isHeldAt(clock.instant()));
        assertThat(inTx(() -> gradings.claimDue(TENANT, 9, LEASE))).isEmpty();
    }

    @Test
    void neverClaimsWhatNeedsNoModel() {
        Grading grading = add(claimed());
        move(grading, Event.GRADED, GradingsContract::graded);
        clock.advance(Duration.ofDays(1));

        assertThat(inTx(() -> gradings.claimDue(TENANT, 9, LEASE))).isEmpty();
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE))).isEmpty();
    }

    @Test
    void concurrentClaimersNeverGetTheSameGrading() throws Exception {
        IntStream.range(0, 60).forEach(i -> add(Samples.queued()));

        List<List<Grading>> claims =
                atOnce(
                        8,
                        i -> claimUntilNoneIsLeft(() -> gradings.claimAbandoned(TENANT, 3, LEASE)));

        assertOnceEach(claims, 60);
    }

    @Test
    void concurrentClaimersNeverGetTheSameDueGrading() throws Exception {
        IntStream.range(0, 40).forEach(i -> provisional(clock.instant()));

        List<List<Grading>> claims =
                atOnce(8, i -> claimUntilNoneIsLeft(() -> gradings.claimDue(TENANT, 3, LEASE)));

        assertOnceEach(claims, 40);
    }

    @Test
    void aClaimPassesOverWhatAnotherTransactionHolds() throws Exception {
        Grading first = add(Samples.queued());
        Grading second = add(Samples.queued());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Grading>> holder =
                    threads.submit(
                            () ->
                                    inTx(
                                            () -> {
                                                List<Grading> mine =
                                                        gradings.claimAbandoned(TENANT, 1, LEASE);
                                                held.countDown();
                                                done.await(20, TimeUnit.SECONDS);
                                                return mine;
                                            }));
            held.await(20, TimeUnit.SECONDS);
            List<Grading> other = inTx(() -> gradings.claimAbandoned(TENANT, 1, LEASE));
            done.countDown();

            assertThat(other).extracting(Grading::id).containsExactly(second.id());
            assertThat(holder.get()).extracting(Grading::id).containsExactly(first.id());
        }
    }

    @Test
    void tenThousandOfOneTenantHideNoOtherWhoseGradingsAreDue() {
        many(provisional(clock.instant()), 10_000);
        List<GradingId> few =
                IntStream.range(0, 10)
                        .mapToObj(i -> provisional(OTHER, clock.instant()).id())
                        .toList();
        provisional(new TenantId("later"), clock.instant().plusSeconds(9));

        assertThat(inTx(gradings::withDue)).containsExactly(TENANT, OTHER);
        assertThat(inTx(() -> gradings.claimDue(OTHER, 20, LEASE)))
                .extracting(Grading::id)
                .containsExactlyInAnyOrderElementsOf(few);
    }

    @Test
    void whoseGradingsAreDueCostsALookForEachTenant() {
        many(provisional(clock.instant()), 10_000);

        assertThat(rowsRead(TenantSteps.DUE, Map.of("next", TenantSteps.NEXT))).isLessThan(10);
        assertThat(rowsRead(TenantSteps.DUE, Map.of("next", TENANT + TenantSteps.NEXT)))
                .isLessThan(10);
    }

    @Test
    void whoseGradingsAreAbandonedCostsALookForEachTenant() {
        many(add(Samples.queued()), 10_000);
        Map<String, Object> free = Map.of("status", "QUEUED", "now", Times.utc(clock.instant()));

        assertThat(rowsRead(TenantSteps.ABANDONED, with(free, TenantSteps.NEXT))).isLessThan(10);
        assertThat(rowsRead(TenantSteps.ABANDONED, with(free, TENANT + TenantSteps.NEXT)))
                .isLessThan(10);
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String next) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("next", next);
        return all;
    }

    private long rowsRead(String sql, Map<String, ?> parameters) {
        return RowsRead.by(database, sql, parameters);
    }

    /** As many rows like this one, none of which can be opened. */
    private void many(Grading one, int count) {
        String columns =
                "status, revision, attempt, version, lease_until, retry_at, regrade_for, created_at,"
                        + " answer, submission, result";
        database.jdbc()
                .sql(
                        ("insert into grading (tenant, id, %1$s) select tenant, concat('copy', n), %1$s"
                                        + " from grading cross join generate_series(1, :count) as s(n)"
                                        + " where tenant = :tenant and id = :id")
                                .formatted(columns))
                .param("count", count)
                .param("tenant", one.tenant().value())
                .param("id", one.id().value())
                .update();
    }

    @Test
    void aLeaseThatIsRenewedInTimeNeverEnds() {
        add(Samples.queued());
        Hold hold = Hold.of(inTx(() -> gradings.claimAbandoned(TENANT, 1, LEASE)).getFirst());
        for (int i = 0; i < 9; i++) {
            clock.advance(LEASE.dividedBy(3));
            assertThat(inTx(() -> gradings.renew(List.of(hold), clock.instant().plus(LEASE))))
                    .containsExactly(hold);
            assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE))).isEmpty();
        }
        clock.advance(LEASE.plusSeconds(1));

        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE)))
                .singleElement()
                .satisfies(g -> assertThat(g.attempt()).isEqualTo(2));
    }

    @Test
    void onlyTheAttemptThatTookTheLeaseRenewsIt() {
        add(Samples.queued());
        add(Samples.queued());
        Hold stale = Hold.of(inTx(() -> gradings.claimAbandoned(TENANT, 1, LEASE)).getFirst());
        clock.advance(LEASE.plusSeconds(1));
        List<Grading> again = inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE));
        List<Hold> held = again.stream().map(Hold::of).toList();
        Instant late = clock.instant().plus(LEASE).plusSeconds(9);
        assertThat(inTx(() -> gradings.renew(List.of(stale), late))).isEmpty();
        Instant end = clock.instant().plus(LEASE).plusSeconds(1);
        assertThat(again)
                .allSatisfy(g -> assertThat(find(g).orElseThrow().isHeldAt(end)).isFalse());
        List<Hold> all = new ArrayList<>(held);
        all.add(stale);
        all.add(new Hold(OTHER, stale.id(), 2));

        Instant until = clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MILLIS);
        assertThat(inTx(() -> gradings.renew(all, until)))
                .containsExactlyInAnyOrderElementsOf(held);

        assertThat(held).hasSize(2);
        assertThat(again)
                .allSatisfy(
                        g -> {
                            Grading now = find(g).orElseThrow();
                            assertThat(now.leaseUntil()).contains(until);
                            assertThat(now.version()).as("no move").isEqualTo(g.version());
                            assertThat(history(g)).hasSameSizeAs(history(now));
                        });
        assertThat(inTx(() -> gradings.renew(List.of(), until))).isEmpty();
    }

    @Test
    void whatWasLetGoOrHasEndedIsNotHeldAgain() {
        Grading graded = add(claimed());
        move(graded, Event.GRADED, GradingsContract::graded);
        Grading released = add(claimed());
        move(released, Event.RELEASED, g -> g.released(Optional.empty()));

        List<Hold> holds = List.of(Hold.of(graded), Hold.of(released));

        assertThat(inTx(() -> gradings.renew(holds, clock.instant().plus(LEASE)))).isEmpty();
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE)))
                .extracting(Grading::id)
                .containsExactly(released.id());
    }

    @Test
    void renewsThousandsAtATime() {
        List<Hold> holds =
                inTx(
                        () ->
                                IntStream.range(0, 6000)
                                        .mapToObj(i -> new Hold(TENANT, new GradingIds().next(), 1))
                                        .toList());

        assertThat(inTx(() -> gradings.renew(holds, clock.instant()))).isEmpty();
    }

    @Test
    void endsTheLeasesOfBefore() {
        Grading held = claimed();
        add(held);
        Instant end = held.leaseUntil().orElseThrow();
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE))).isEmpty();

        assertThat(inTx(() -> gradings.endLeases(end))).isZero();
        assertThat(inTx(() -> gradings.endLeases(end.plusMillis(1)))).isEqualTo(1);
        assertThat(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE))).hasSize(1);
    }

    @Test
    void aKeyStandsForTheFirstGradingOnly() {
        KeyUse first = use(KEY, BODY, NOW);
        Grading grading = grading(first);
        assertThat(inTx(() -> gradings.add(grading, Optional.of(first), "somebody"))).isEmpty();
        KeyUse second = use(KEY, Sha256.of("another body"), NOW.plusSeconds(1));

        assertThat(inTx(() -> gradings.add(grading(second), Optional.of(second), "somebody")))
                .contains(first);
        assertThat(page(query(10, Optional.empty()))).hasSize(1);
        assertThat(inTx(() -> gradings.key(TENANT, KEY, NOW.minusSeconds(1)))).contains(first);
        assertThat(inTx(() -> gradings.key(TENANT, KEY, NOW))).isEmpty();
    }

    @Test
    void aKeyIsFreeAgainAfterADay() {
        KeyUse first = use(KEY, BODY, NOW);
        add(grading(first), Optional.of(first));
        KeyUse tooSoon = use(KEY, BODY, NOW.plus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(inTx(() -> gradings.add(grading(tooSoon), Optional.of(tooSoon), "somebody")))
                .contains(first);
        KeyUse again = use(KEY, BODY, NOW.plus(Duration.ofHours(24)));

        assertThat(inTx(() -> gradings.add(grading(again), Optional.of(again), "somebody")))
                .isEmpty();
        assertThat(inTx(() -> gradings.key(TENANT, KEY, NOW))).contains(again);
    }

    @Test
    void forgetsOldKeys() {
        KeyUse old = use(KEY, BODY, NOW);
        KeyUse young = use(Sha256.of("young"), BODY, NOW.plusSeconds(1));
        add(grading(old), Optional.of(old));
        add(grading(young), Optional.of(young));

        assertThat(inTx(() -> gradings.forgetKeys(NOW))).isEqualTo(1);
        assertThat(inTx(() -> gradings.key(TENANT, KEY, Instant.EPOCH))).isEmpty();
        assertThat(inTx(() -> gradings.key(TENANT, young.keyHash(), Instant.EPOCH)))
                .contains(young);
    }

    @Test
    void theSameKeyOfTwoTenantsIsTwoKeys() {
        KeyUse mine = use(KEY, BODY, NOW);
        add(grading(mine), Optional.of(mine));
        Grading theirs = Grading.queued(new GradingIds().next(), OTHER, mine(), NOW);
        KeyUse use = new KeyUse(OTHER, KEY, BODY, theirs.id(), false, NOW);

        assertThat(inTx(() -> gradings.add(theirs, Optional.of(use), "somebody"))).isEmpty();
    }

    @Test
    void fiftyConcurrentDuplicatesAreOneGrading() throws Exception {
        List<Optional<KeyUse>> answers =
                atOnce(
                        50,
                        i -> {
                            KeyUse use = use(KEY, BODY, NOW);
                            return inTx(
                                    () -> gradings.add(grading(use), Optional.of(use), "somebody"));
                        });

        List<Grading> stored = page(query(100, Optional.empty()));
        assertThat(stored).hasSize(1);
        assertThat(answers.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(answers.stream().flatMap(Optional::stream))
                .hasSize(49)
                .allMatch(use -> use.grading().equals(stored.getFirst().id()));
    }

    @Test
    void aKeyWhoseTransactionFailedIsFree() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        AtomicBoolean failed = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> failing =
                    threads.submit(
                            () ->
                                    inTx(
                                            () -> {
                                                KeyUse use = use(KEY, BODY, NOW);
                                                gradings.add(
                                                        grading(use), Optional.of(use), "somebody");
                                                taken.countDown();
                                                failed.set(true);
                                                throw new IllegalStateException("on purpose");
                                            }));
            taken.await(20, TimeUnit.SECONDS);
            KeyUse use = use(KEY, BODY, NOW);

            assertThat(inTx(() -> gradings.add(grading(use), Optional.of(use), "somebody")))
                    .isEmpty();
            assertThat(failing).failsWithin(Duration.ofSeconds(20));
        }
        assertThat(failed).isTrue();
        assertThat(page(query(10, Optional.empty()))).hasSize(1);
    }

    private List<Grading> claimUntilNoneIsLeft(Callable<List<Grading>> claim) {
        List<Grading> mine = new ArrayList<>();
        int empty = 0;
        while (empty < 3) {
            List<Grading> batch = inTx(claim);
            empty = batch.isEmpty() ? empty + 1 : 0;
            mine.addAll(batch);
        }
        return mine;
    }

    private static void assertOnceEach(List<List<Grading>> claims, int count) {
        List<GradingId> ids = claims.stream().flatMap(List::stream).map(Grading::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).hasSize(count);
    }

    private static Grading queuedBy(TenantId tenant) {
        return Grading.queued(new GradingIds().next(), tenant, mine(), NOW);
    }

    private static Grading claimed() {
        return Samples.queued().claimed(NOW.plus(LEASE));
    }

    private static Grading graded(Grading grading) {
        return grading.graded(Samples.byModel(), List.of(), Optional.empty(), NOW);
    }

    private static Grading graded(Grading grading, Flag.Code flag) {
        return grading.graded(
                Samples.byModel(), List.of(Samples.flag(flag)), Optional.empty(), NOW);
    }

    private static Grading reviewed(Grading grading, Selection selection) {
        return grading.reviewed(
                Samples.decided(Points.of(1)),
                Review.by("key:1", Optional.of("half"), NOW, selection));
    }

    private Grading provisional(Instant retryAt) {
        return provisional(TENANT, retryAt);
    }

    private Grading provisional(TenantId tenant, Instant retryAt) {
        Grading grading =
                add(
                        Grading.queued(
                                        new GradingIds().next(),
                                        tenant,
                                        Samples.submission("It memorises the noise."),
                                        NOW)
                                .claimed(NOW.plus(LEASE)));
        return move(
                        grading,
                        Event.GRADED,
                        g ->
                                g.graded(
                                        Samples.byFallback(FallbackReason.CIRCUIT_OPEN),
                                        List.of(),
                                        Optional.of(retryAt),
                                        NOW))
                .orElseThrow();
    }

    private Grading gradedTwice() {
        Grading grading = add(claimed());
        move(grading, Event.GRADED, GradingsContract::graded);
        move(grading, Event.CLAIMED, g -> g.claimed(NOW.plus(LEASE)));
        return move(grading, Event.GRADED, g -> graded(g, Flag.Code.HEDGING)).orElseThrow();
    }

    private static Submission withMetadata(Submission from) {
        return new Submission(
                from.question(),
                from.rubric(),
                from.rubricSource(),
                from.answer(),
                from.candidateRef(),
                from.language(),
                from.feedbackLanguage(),
                from.redact(),
                Optional.of(
                        JsonMapper.builder()
                                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                                .build()
                                .readTree("{\"vacancy\": \"ml-17\", \"n\": [1, 2.50, null]}")));
    }

    private static Submission mine() {
        return Samples.submission("Mine.");
    }

    private Grading at(Instant createdAt, String candidateRef, String questionId) {
        Submission submission = Samples.submission("An answer.", candidateRef, questionId);
        return add(Grading.queued(new GradingIds().next(), TENANT, submission, createdAt));
    }

    private static KeyUse use(Sha256 key, Sha256 body, Instant at) {
        return new KeyUse(TENANT, key, body, new GradingIds().next(), true, at);
    }

    private static Grading grading(KeyUse use) {
        return Grading.queued(use.grading(), use.tenant(), mine(), use.usedAt());
    }

    private static GradingQuery query(int limit, Optional<GradingId> before) {
        return new GradingQuery(
                TENANT,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before,
                limit);
    }

    private static GradingQuery byStatus(Set<GradingStatus> statuses) {
        return new GradingQuery(
                TENANT,
                statuses,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10);
    }

    private static GradingQuery filter(
            String question, String candidate, Instant after, Instant before) {
        return new GradingQuery(
                TENANT,
                Set.of(),
                Optional.ofNullable(question),
                Optional.empty(),
                Optional.ofNullable(candidate),
                Optional.ofNullable(after),
                Optional.ofNullable(before),
                Optional.empty(),
                10);
    }

    private void assertPage(GradingQuery query, Grading... expected) {
        assertThat(page(query))
                .extracting(Grading::id)
                .containsExactlyElementsOf(List.of(expected).stream().map(Grading::id).toList());
    }

    final Grading add(Grading grading) {
        return add(grading, Optional.empty());
    }

    private Grading add(Grading grading, Optional<KeyUse> key) {
        assertThat(inTx(() -> gradings.add(grading, key, "somebody"))).isEmpty();
        return grading;
    }

    private Optional<Grading> find(Grading grading) {
        return inTx(() -> gradings.find(grading.tenant(), grading.id()));
    }

    private List<Grading> page(GradingQuery query) {
        return inTx(() -> gradings.page(query));
    }

    private List<HistoryEntry> history(Grading grading) {
        return inTx(() -> gradings.history(grading.tenant(), grading.id()));
    }

    private Optional<Grading> move(Grading grading, Event event, UnaryOperator<Grading> move) {
        return move(grading, Optional.empty(), event, move);
    }

    private Optional<Grading> move(
            Grading grading, Optional<Integer> attempt, Event event, UnaryOperator<Grading> move) {
        return inTx(
                () ->
                        gradings.move(
                                grading.tenant(), grading.id(), attempt, event, "somebody", move));
    }

    final <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }

    /** Runs the task so many times at once, started together. */
    private static <T> List<T> atOnce(int times, Task<T> task) throws Exception {
        CountDownLatch ready = new CountDownLatch(times);
        List<Future<T>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                int number = i;
                futures.add(
                        threads.submit(
                                () -> {
                                    ready.countDown();
                                    ready.await(20, TimeUnit.SECONDS);
                                    return task.run(number);
                                }));
            }
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    private interface Task<T> {
        T run(int number) throws Exception;
    }
}
