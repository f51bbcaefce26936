package io.evenhand.review.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.ReviewReason;
import io.evenhand.guard.Flag;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.review.agreement.Reviews;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.Queue;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.QueueItem;
import io.evenhand.review.queue.Reading;
import io.evenhand.review.queue.Tab;
import io.evenhand.review.queue.TwoReadings;
import io.evenhand.support.RowsRead;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.LinkedMultiValueMap;

/** What every store of the queue does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueueContract {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId RIVAL = new TenantId("rival");
    private static final String QUESTION = Sha256.of("one").value();
    private static final Desk ANN = new Desk("ann", "desk-of-ann", false);
    private static final Desk BOB = new Desk("bob", "desk-of-bob", false);

    private final TestDatabase database = open();
    private final SettableClock clock = new SettableClock();
    private final GradingIds ids = new GradingIds();
    private final Queue queue = new JdbcQueue(database.jdbc(), TestVaults.vault(), clock);
    private final Reviews reviews = new JdbcReviews(database.jdbc());
    private final TwoReadings readings = new JdbcTwoReadings(database.jdbc());

    private Instant now = clock.instant();

    abstract TestDatabase open();

    @BeforeEach
    void clear() {
        database.clear();
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @Test
    void listsTheLeastSureFirstPageByPage() {
        List<GradingId> expected = new ArrayList<>();
        for (double confidence : new double[] {.1, .3, .3, .3, .9}) {
            expected.add(put(waiting(confidence)).id());
        }
        put(decided(waiting(.2), .5, .5));
        List<GradingId> found = new ArrayList<>();
        Optional<QueueItem.Position> after = Optional.empty();
        for (int pages = 0; pages < 3; pages++) {
            List<QueueItem> page = page(QueueFilter.all(Tab.WAITING), after, Optional.empty(), 2);
            page.forEach(item -> found.add(item.id()));
            after = Optional.of(page.getLast().position());
        }

        assertThat(found).containsExactlyElementsOf(expected);
        assertThat(page(QueueFilter.all(Tab.WAITING), after, Optional.empty(), 2)).isEmpty();
    }

    @Test
    void findsWhatItWasGiven() {
        QueueItem item = put(decided(waiting(.25), .4, .6));

        assertThat(find(item.id()))
                .usingRecursiveComparison()
                .ignoringFields("decided")
                .isEqualTo(item);
        assertThat(find(item.id()).decided().orElseThrow().human()).isEqualTo(.6);
        assertThat(in(() -> queue.find(RIVAL, item.id()))).isEmpty();
        assertThat(
                        in(
                                () ->
                                        queue.page(
                                                new Queue.Page(
                                                        RIVAL,
                                                        QueueFilter.all(Tab.ALL),
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        9))))
                .isEmpty();
        assertThat(in(() -> queue.count(RIVAL, QueueFilter.all(Tab.ALL), 9))).isZero();
    }

    @Test
    void filtersByEverything() {
        QueueItem item = put(waiting(.25));
        QueueItem other =
                put(
                        new QueueItem(
                                ACME,
                                ids.next(),
                                GradingStatus.PROVISIONAL,
                                true,
                                .75,
                                Sha256.of("two").value(),
                                Optional.of("b-1"),
                                List.of("FLAGGED"),
                                List.of("SCORE_STRING"),
                                true,
                                now.minus(Duration.ofDays(40)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        change(q -> q.assign(ACME, other.id(), Optional.of("ann")));
        change(q -> q.flag(ACME, other.id(), Optional.of("bob")));

        for (String filter :
                List.of(
                        "tab=provisional",
                        "question=" + Sha256.of("two").value(),
                        "reason=FLAGGED",
                        "flag=SCORE_STRING",
                        "confidence=60-80",
                        "age=stale",
                        "batch=b-1",
                        "assignee=ann",
                        "marked=on")) {
            assertThat(page(filter(filter)))
                    .as(filter)
                    .extracting(QueueItem::id)
                    .containsExactly(other.id());
            assertThat(in(() -> queue.count(ACME, filter(filter), 9))).as(filter).isEqualTo(1);
        }
        for (String filter :
                List.of(
                        "reason=ABSTAINED",
                        "confidence=20-40",
                        "age=week",
                        "flag=nonsense&reason=ABSTAINED")) {
            assertThat(page(filter(filter)))
                    .as(filter)
                    .extracting(QueueItem::id)
                    .containsExactly(item.id());
        }
        assertThat(in(() -> queue.count(ACME, QueueFilter.all(Tab.ALL), 1))).isEqualTo(1);
        QueueFilter ofInterview = filter("interview=junior");
        assertThat(page(ofInterview)).as("that nobody looked up").isEmpty();
        String asked = Sha256.of("two").value();
        assertThat(page(ofInterview.asking(List.of(asked, Sha256.of("three").value()))))
                .extracting(QueueItem::id)
                .containsExactly(other.id());
    }

    @Test
    void holdsAnAnswerForOneDeskAtATime() {
        GradingId id = put(waiting(.25)).id();
        Instant until = now.plus(Duration.ofMinutes(5));

        assertThat(hold(id, ANN, until).by()).isEqualTo("ann");
        assertThat(hold(id, BOB, until.plusSeconds(60)))
                .isEqualTo(new QueueItem.Hold("ann", ANN.window(), until));
        assertThat(page(QueueFilter.all(Tab.WAITING), Optional.empty(), Optional.of(BOB), 9))
                .isEmpty();
        assertThat(page(QueueFilter.all(Tab.WAITING), Optional.empty(), Optional.of(ANN), 9))
                .hasSize(1);
        change(q -> q.release(ACME, id, BOB));
        assertThat(find(id).hold()).isPresent();
        clock.advance(Duration.ofMinutes(5));
        assertThat(hold(id, BOB, until.plusSeconds(60)).by()).isEqualTo("bob");
        change(q -> q.release(ACME, id, BOB));
        assertThat(find(id).hold()).isEmpty();
    }

    @Test
    void keepsWhoHasItWhenTheGradingMoves() {
        QueueItem item = put(waiting(.25));
        hold(item.id(), ANN, now.plusSeconds(60));
        change(q -> q.assign(ACME, item.id(), Optional.of("ann")));
        put(decided(item, .4, .6));

        assertThat(find(item.id()).hold()).isPresent();
        assertThat(find(item.id()).assignee()).contains("ann");
        assertThat(find(item.id()).waiting()).isFalse();
    }

    @Test
    void givesASecondReadingToSomebodyElse() {
        GradingId id = put(waiting(.25)).id();
        change(q -> q.secondAsked(ACME, id, "ann"));

        assertThat(page(QueueFilter.all(Tab.WAITING), Optional.empty(), Optional.of(ANN), 9))
                .isEmpty();
        assertThat(page(QueueFilter.all(Tab.WAITING), Optional.empty(), Optional.of(BOB), 9))
                .hasSize(1);
    }

    @Test
    void approvesAtOnceOnlyWhatIsSureFreeAndWhole() {
        GradingId sure = put(waiting(.95)).id();
        put(waiting(.89));
        put(decided(waiting(.95), .5, .5));
        GradingId held = put(waiting(.97)).id();
        hold(held, BOB, now.plusSeconds(60));
        QueueItem open = waiting(.98);
        put(
                new QueueItem(
                        ACME,
                        open.id(),
                        open.status(),
                        true,
                        .98,
                        QUESTION,
                        Optional.empty(),
                        open.reasons(),
                        List.of(),
                        false,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(in(() -> queue.approvable(ACME, QueueFilter.all(Tab.ALL), .9, ANN, 9)))
                .extracting(QueueItem::id)
                .containsExactly(sure);
    }

    @Test
    void knowsWhatWasReviewedUntilItIsTakenBack() {
        QueueItem item = put(decided(waiting(.25), .4, .6));
        put(decided(waiting(.25), 1, 1));
        Reviews.Sample all = new Reviews.Sample(ACME, Optional.of(QUESTION), false, 9);

        assertThat(in(() -> reviews.pairs(all)))
                .containsExactlyInAnyOrder(
                        new Reviews.Pair(.4, .6, .25), new Reviews.Pair(1, 1, .25));
        assertThat(in(() -> reviews.verdicts(all)))
                .containsExactly(new Reviews.Verdicts("noise", "met", "not_met", 2));
        put(item(item.id(), .25, Optional.empty()));
        assertThat(in(() -> reviews.pairs(all))).hasSize(1);
        assertThat(in(() -> reviews.verdicts(all)))
                .extracting(Reviews.Verdicts::count)
                .containsExactly(1);
        assertThat(in(() -> reviews.pairs(new Reviews.Sample(ACME, Optional.empty(), true, 9))))
                .isEmpty();
        assertThat(in(() -> reviews.pairs(new Reviews.Sample(RIVAL, Optional.empty(), false, 9))))
                .isEmpty();
    }

    @Test
    void countsTwoReadingsAndGivesADisputeToAThirdWhoLeads() {
        QueueItem item = put(decided(waiting(.25), .4, .6));
        Reading one = reading("ann", 1, "4.00", "met");
        Reading other = reading("bob", .5, "0.00", "not_met");
        change(q -> readings.put(ACME, item.id(), reading("zoe", 0, "1.00", "partly"), one));
        change(q -> readings.put(ACME, item.id(), one, other));
        put(disputed(item));
        Reviews.Sample all = new Reviews.Sample(ACME, Optional.of(QUESTION), false, 9);

        assertThat(in(() -> readings.of(ACME, item.id()))).containsExactly(one, other);
        assertThat(in(() -> readings.of(RIVAL, item.id()))).isEmpty();
        assertThat(in(() -> reviews.readers(all))).as("while a third is to judge").isEmpty();
        assertThat(offered("cleo", true)).containsExactly(item.id());
        assertThat(offered("cleo", false)).isEmpty();
        assertThat(offered("ann", true)).isEmpty();
        assertThat(offered("bob", true)).isEmpty();
        put(decided(item, .4, .6));
        assertThat(in(() -> reviews.readers(all))).containsExactly(new Reviews.Pair(1, .5, 0));
        assertThat(in(() -> reviews.readersVerdicts(all)))
                .containsExactly(new Reviews.Verdicts("noise", "met", "not_met", 1));
        assertThat(in(() -> reviews.readers(new Reviews.Sample(RIVAL, Optional.empty(), false, 9))))
                .isEmpty();
        change(q -> q.drop(ACME, item.id()));
        assertThat(in(() -> readings.of(ACME, item.id()))).isEmpty();
    }

    private static Reading reading(String reader, double share, String points, String verdict) {
        return new Reading(
                reader,
                Instant.parse("2026-11-22T10:00:00Z"),
                share,
                List.of(new Reading.Given("noise", new BigDecimal(points), verdict)));
    }

    private List<GradingId> offered(String name, boolean leads) {
        Desk desk = new Desk(name, "desk-of-" + name, leads);
        return page(QueueFilter.all(Tab.WAITING), Optional.empty(), Optional.of(desk), 9).stream()
                .map(QueueItem::id)
                .toList();
    }

    private QueueItem disputed(QueueItem item) {
        return asked(item, ReviewReason.READERS_DISAGREE, item.confidence());
    }

    private QueueItem asked(QueueItem item, ReviewReason reason, double confidence) {
        return new QueueItem(
                ACME,
                item.id(),
                item.status(),
                true,
                confidence,
                QUESTION,
                Optional.empty(),
                List.of(reason.name()),
                List.of(),
                true,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                item.decided());
    }

    @Test
    void putsAppealsBeforeAllElseAndApprovesNoneInBulk() {
        GradingId unsure = put(waiting(.05)).id();
        GradingId appealed = put(asked(waiting(.95), ReviewReason.APPEALED, .95)).id();
        List<QueueItem> first =
                page(QueueFilter.all(Tab.WAITING), Optional.empty(), Optional.empty(), 1);

        assertThat(first).extracting(QueueItem::id).containsExactly(appealed);
        assertThat(
                        page(
                                QueueFilter.all(Tab.WAITING),
                                Optional.of(first.getFirst().position()),
                                Optional.empty(),
                                9))
                .extracting(QueueItem::id)
                .containsExactly(unsure);
        assertThat(in(() -> queue.approvable(ACME, QueueFilter.all(Tab.ALL), .5, BOB, 9)))
                .isEmpty();
    }

    @Test
    void aBandOfConfidenceIsReadPageByPageWithAppealsBeforeTheRest() {
        put(waiting(.3));
        GradingId surer = put(waiting(.95)).id();
        GradingId sure = put(waiting(.82)).id();
        GradingId appealed = put(asked(waiting(.9), ReviewReason.APPEALED, .9)).id();
        put(asked(waiting(.1), ReviewReason.APPEALED, .1));
        List<GradingId> found = new ArrayList<>();
        Optional<QueueItem.Position> after = Optional.empty();
        for (int pages = 0; pages < 3; pages++) {
            List<QueueItem> page = page(filter("confidence=80-100"), after, Optional.empty(), 1);
            found.add(page.getFirst().id());
            after = Optional.of(page.getFirst().position());
        }

        assertThat(found).containsExactly(appealed, sure, surer);
        assertThat(page(filter("confidence=80-100"), after, Optional.empty(), 1)).isEmpty();
        assertThat(page(filter("confidence=80-100"))).hasSize(3);
    }

    /** Each of these is one in thousands, or stands behind thousands. */
    @Test
    void findsWhatIsRareWithoutReadingTheRest() {
        new QueueSeed(database.jdbc()).sow(20_000, Times.utc(now));
        TenantId large = new TenantId("large");

        for (String rare : List.of("tab=all&flag=INJECTION_SUSPECTED", "reason=APPEALED")) {
            assertThat(read(FilterSql.of(large, filter(rare), now))).as(rare).isLessThan(100);
        }
        FilterSql sure = FilterSql.of(large, filter("tab=all&confidence=80-100"), now);
        assertThat(read(sure.fromBand())).isLessThan(100);
        assertThat(read(FilterSql.of(large, filter("tab=needs-review"), now))).isLessThan(100);
    }

    private long read(FilterSql sql) {
        Map<String, Object> parameters = new HashMap<>(sql.parameters());
        parameters.put("limit", 9);
        return RowsRead.by(database, "select review_item.*" + sql.text() + sql.order(), parameters);
    }

    @Test
    void offersNobodyWhatWasGivenToSomebodyElse() {
        GradingId id = put(waiting(.25)).id();
        change(q -> q.assign(ACME, id, Optional.of("ann")));

        assertThat(offered("bob", false)).isEmpty();
        assertThat(offered("ann", false)).containsExactly(id);
        assertThat(page(filter("assignee=ann"), Optional.empty(), Optional.of(BOB), 9)).hasSize(1);
        change(q -> q.assign(ACME, id, Optional.empty()));
        assertThat(offered("bob", false)).containsExactly(id);
    }

    @Test
    void keepsFiltersAndLabels() {
        put(waiting(.5));
        change(q -> q.saveFilter(ACME, "ann", "mine", "tab=all"));
        change(q -> q.saveFilter(ACME, "ann", "mine", "tab=provisional"));

        assertThat(in(() -> queue.filters(ACME, "ann")))
                .containsOnly(java.util.Map.entry("mine", "tab=provisional"));
        assertThat(in(() -> queue.filters(ACME, "bob"))).isEmpty();
        assertThat(in(() -> queue.questions(ACME, 9)))
                .containsOnly(java.util.Map.entry(QUESTION, "What is it?"));
        change(q -> q.dropFilter(ACME, "ann", "mine"));
        assertThat(in(() -> queue.filters(ACME, "ann"))).isEmpty();
    }

    @Test
    void takesOlderGradingsOverOnce() {
        for (String id : List.of("a", "b", "c")) {
            database.jdbc()
                    .sql("insert into review_backlog values ('acme', '" + id + "')")
                    .update();
        }
        assertThat(in(() -> queue.takeBacklog(2)))
                .extracting(old -> old.id().value())
                .containsExactly("a", "b");
        assertThat(in(() -> queue.takeBacklog(2))).hasSize(1);
        assertThat(in(() -> queue.takeBacklog(2))).isEmpty();
    }

    private QueueItem waiting(double confidence) {
        return item(ids.next(), confidence, Optional.empty());
    }

    private QueueItem decided(QueueItem item, double machine, double human) {
        return item(
                item.id(),
                item.confidence(),
                Optional.of(
                        new QueueItem.Decided(
                                "ann",
                                now,
                                false,
                                Optional.of(machine),
                                human,
                                List.of(new QueueItem.Verdicts("noise", "met", "not_met")))));
    }

    private QueueItem item(GradingId id, double confidence, Optional<QueueItem.Decided> decided) {
        return new QueueItem(
                ACME,
                id,
                decided.isPresent() ? GradingStatus.REVIEWED : GradingStatus.NEEDS_REVIEW,
                decided.isEmpty(),
                confidence,
                QUESTION,
                Optional.empty(),
                List.of(ReviewReason.ABSTAINED.name()),
                List.of(Flag.Code.HEDGING.name()),
                true,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                decided);
    }

    private QueueItem put(QueueItem item) {
        change(q -> q.put(item, "What is it?"));
        return item;
    }

    private QueueItem find(GradingId id) {
        return in(() -> queue.find(ACME, id)).orElseThrow();
    }

    private QueueItem.Hold hold(GradingId id, Desk desk, Instant until) {
        return in(() -> queue.hold(ACME, id, desk, until)).orElseThrow();
    }

    private List<QueueItem> page(QueueFilter filter) {
        return page(filter, Optional.empty(), Optional.empty(), 9);
    }

    private List<QueueItem> page(
            QueueFilter filter,
            Optional<QueueItem.Position> after,
            Optional<Desk> free,
            int limit) {
        return in(() -> queue.page(new Queue.Page(ACME, filter, after, free, limit)));
    }

    private static QueueFilter filter(String query) {
        LinkedMultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        for (String pair : query.split("&")) {
            given.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return QueueFilter.of(given);
    }

    private void change(Consumer<Queue> change) {
        in(
                () -> {
                    change.accept(queue);
                    return true;
                });
    }

    private <T> T in(java.util.concurrent.Callable<T> work) {
        return database.inTransaction(work);
    }
}
