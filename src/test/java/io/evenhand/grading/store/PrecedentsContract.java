package io.evenhand.grading.store;

import static io.evenhand.grading.Samples.NOW;
import static io.evenhand.grading.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.AnswerHash;
import io.evenhand.grading.Claim;
import io.evenhand.grading.Cost;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Precedent;
import io.evenhand.grading.Precedents;
import io.evenhand.grading.Usage;
import io.evenhand.grading.Work;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.question.Points;
import io.evenhand.support.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store does with precedents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PrecedentsContract {

    private static final TenantId OTHER = new TenantId("other");
    private static final String KEY = "0123456789abcdef";
    private static final Instant LATER = NOW.plus(Duration.ofHours(24));

    private TestDatabase database;
    private Precedents precedents;

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
        precedents = new JdbcPrecedents(database.jdbc(), new StorageJson(), TestVaults.vault());
        database.clear();
    }

    @Test
    void findsAJudgementAsItWasSaid() {
        Precedent kept = add(precedent(work(TENANT, "w", "a"), "1", "It\uD800 says\u0000 so."));

        assertThat(find(kept.work())).contains(kept);
        assertThat(id(kept.work())).contains("1");
        assertThat(find(work(TENANT, "w2", "a"))).isEmpty();
        assertThat(id(work(TENANT, "w2", "a"))).isEmpty();
    }

    @Test
    void tellsNoTenantWhatAnotherHas() {
        Precedent kept = add(precedent(work(TENANT, "w", "a"), "1"));
        Work same = work(OTHER, "w", "a");

        assertThat(find(same)).isEmpty();
        assertThat(id(same)).isEmpty();
        assertThat(inTx(() -> precedents.forget(same.answer()))).isZero();
        add(precedent(same, "2"));

        assertThat(find(kept.work())).map(Precedent::id).contains("1");
        assertThat(find(same)).map(Precedent::id).contains("2");
    }

    @Test
    void theFirstStaysUnlessItIsReplaced() {
        Work work = work(TENANT, "w", "a");
        add(precedent(work, "1"));
        add(precedent(work, "2"));
        assertThat(id(work)).contains("1");

        replace(precedent(work, "3", "Said anew."));

        assertThat(find(work)).contains(precedent(work, "3", "Said anew."));
        replace(precedent(work(TENANT, "new", "a"), "4"));
        assertThat(id(work(TENANT, "new", "a"))).contains("4");
    }

    @Test
    void ofManyAtOnceOneIsKept() throws Exception {
        Work work = work(TENANT, "w", "a");
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> adds =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () -> {
                                                        go.await();
                                                        add(precedent(work, "n" + i));
                                                        return true;
                                                    }))
                            .toList();
            go.countDown();
            for (Future<Boolean> added : adds) {
                assertThat(added.get()).isTrue();
            }
        }

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatHasExpiredIsNotFoundAndMakesRoom() {
        Work work = work(TENANT, "w", "a");
        add(precedent(work, "1"));

        assertThat(inTx(() -> precedents.find(work, LATER))).isEmpty();
        assertThat(inTx(() -> precedents.id(work, LATER))).isEmpty();
        inTx(
                () -> {
                    precedents.add(
                            new Precedent(work, "2", said("So."), LATER.plusSeconds(1)), LATER);
                    return true;
                });
        assertThat(inTx(() -> precedents.id(work, LATER))).contains("2");
    }

    @Test
    void forgetsAllThatWasSaidOfAnAnswer() {
        add(precedent(work(TENANT, "w", "a"), "1"));
        add(precedent(work(TENANT, "of another question", "a"), "2"));
        add(precedent(work(TENANT, "x", "b"), "3"));
        add(precedent(work(OTHER, "w", "a"), "4"));

        assertThat(inTx(() -> precedents.forget(answer(TENANT, "a", KEY)))).isEqualTo(2);

        assertThat(id(work(TENANT, "w", "a"))).isEmpty();
        assertThat(id(work(TENANT, "x", "b"))).contains("3");
        assertThat(id(work(OTHER, "w", "a"))).contains("4");
    }

    /** It may be among them, and nobody can tell. */
    @Test
    void forgetsWhatIsHiddenWithAnotherKey() {
        add(precedent(work(TENANT, "w", "a"), "1"));
        add(precedent(work(OTHER, "w", "a"), "2"));

        assertThat(inTx(() -> precedents.forget(answer(TENANT, "b", "fedcba9876543210"))))
                .isEqualTo(1);

        assertThat(id(work(OTHER, "w", "a"))).contains("2");
    }

    @Test
    void tidiesWhatHasExpiredAndTheOldestBeyondTheMost() {
        IntStream.range(0, 6)
                .forEach(
                        i -> {
                            Instant expiry = NOW.plusSeconds(i);
                            Work work = work(TENANT, "w" + i, "a");
                            add(new Precedent(work, "n" + i, said("So."), expiry));
                        });

        assertThat(inTx(() -> precedents.tidy(NOW.plusSeconds(1), 100))).isEqualTo(2);
        assertThat(inTx(() -> precedents.tidy(NOW.plusSeconds(1), 3))).isEqualTo(1);
        assertThat(count()).isEqualTo(3);
        assertThat(id(work(TENANT, "w5", "a"))).contains("n5");
        assertThat(inTx(() -> precedents.tidy(NOW.plusSeconds(1), 0))).isEqualTo(3);
    }

    private int count() {
        return database.jdbc().sql("select count(*) from precedent").query(Integer.class).single();
    }

    private Precedent add(Precedent precedent) {
        return inTx(
                () -> {
                    precedents.add(precedent, NOW.minusSeconds(1));
                    return precedent;
                });
    }

    private void replace(Precedent precedent) {
        inTx(
                () -> {
                    precedents.replace(precedent);
                    return precedent;
                });
    }

    private Optional<Precedent> find(Work work) {
        return inTx(() -> precedents.find(work, NOW));
    }

    private Optional<String> id(Work work) {
        return inTx(() -> precedents.id(work, NOW));
    }

    private <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }

    private static Work work(TenantId tenant, String hash, String answer) {
        return new Work(answer(tenant, answer, KEY), Sha256.of(hash));
    }

    private static AnswerHash answer(TenantId tenant, String answer, String keyId) {
        return new AnswerHash(tenant, Sha256.of(answer), keyId);
    }

    private static Precedent precedent(Work work, String id) {
        return precedent(work, id, "It says so.");
    }

    private static Precedent precedent(Work work, String id, String reason) {
        return new Precedent(work, id, said(reason), LATER);
    }

    private static Outcome.Reused said(String reason) {
        List<CriterionJudgement> criteria =
                List.of(
                        said("met", new Claim.Met(), reason),
                        said("partly", new Claim.Partly(), reason),
                        said("not", new Claim.NotMet(), reason),
                        said("open", new Claim.CannotTell(), reason),
                        said("level", new Claim.AtLevel("named"), reason),
                        said("given", new Claim.Awarded(Points.of("1.5")), reason));
        Judgement judgement =
                new Judgement(
                        Optional.of("some-model"),
                        Optional.of("grade/2"),
                        Optional.of(Sha256.of("prompt")),
                        criteria,
                        new Feedback("Good.", List.of("noise"), List.of("gap")),
                        List.of("And then?"),
                        Optional.empty(),
                        true);
        Usage usage = new Usage(9, 8, Optional.of(new Cost(new BigDecimal("0.01"), "EUR")));
        return Outcome.Reused.of(new Outcome.Judged(judgement, new Effort(3, 1, usage)));
    }

    private static CriterionJudgement said(String id, Claim claim, String reason) {
        return new CriterionJudgement(
                id, claim, reason, List.of("the \"noise\""), 0.85, OptionalDouble.of(0.75));
    }
}
