package io.evenhand.budget.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.budget.Spending;
import io.evenhand.budget.Spendings;
import io.evenhand.grading.Cost;
import io.evenhand.grading.Usage;
import io.evenhand.platform.TenantId;
import io.evenhand.support.TestDatabase;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was spent is what was added, by whom and when. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpendingsContract {

    private static final TenantId ACME = new TenantId("acme");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private TestDatabase database;
    private Spendings spendings;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
        spendings = new JdbcSpendings(database.jdbc());
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void nothingIsSpentAtFirst() {
        assertThat(acme()).isEqualTo(new Spending(0, 0, Optional.empty()));
    }

    @Test
    void addsUpTokensAndCostToTheLastDigit() {
        add(ACME, NOVEMBER, usage("0.000000000001"));
        add(ACME, NOVEMBER, usage("12.5"));

        assertThat(acme().inputTokens()).isEqualTo(20);
        assertThat(acme().outputTokens()).isEqualTo(6);
        assertThat(acme().cost()).hasValue(new BigDecimal("12.500000000001"));
    }

    @Test
    void tokensWithoutAPriceCountAsTokens() {
        for (int i = 0; i < 40; i++) {
            add(ACME, NOVEMBER, new Usage(10, 3, Optional.empty()));
        }
        assertThat(acme()).isEqualTo(new Spending(400, 120, Optional.empty()));

        for (int i = 0; i < 40; i++) {
            add(ACME, NOVEMBER, usage("1"));
            add(ACME, NOVEMBER, new Usage(10, 3, Optional.empty()));
        }

        assertThat(acme().cost().orElseThrow()).isEqualByComparingTo("40");
        assertThat(acme().inputTokens()).isEqualTo(1200);
    }

    @Test
    void tenantsMonthsAndCurrenciesAreApart() {
        add(ACME, NOVEMBER, usage("1"));
        add(new TenantId("rival"), NOVEMBER, usage("2"));
        add(ACME, NOVEMBER.plusMonths(1), usage("4"));
        inTx(
                () -> {
                    spendings.add(ACME, NOVEMBER, "EUR", usage("8"));
                    return true;
                });

        assertThat(acme().cost().orElseThrow()).isEqualByComparingTo("1");
        assertThat(acme().inputTokens()).isEqualTo(20);
        assertThat(inTx(() -> spendings.of(ACME, NOVEMBER, "EUR")).cost().orElseThrow())
                .isEqualByComparingTo("8");
    }

    @Test
    void whatIsRolledBackIsNotSpent() {
        assertThatThrownBy(
                        () ->
                                inTx(
                                        () -> {
                                            spendings.add(ACME, NOVEMBER, "USD", usage("1"));
                                            throw new IllegalStateException("no");
                                        }))
                .hasMessage("no");

        assertThat(acme()).isEqualTo(new Spending(0, 0, Optional.empty()));
    }

    @Test
    void nothingIsLostOfWhatIsAddedAtOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> adding =
                    IntStream.range(0, 200)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () -> {
                                                        start.await();
                                                        add(ACME, NOVEMBER, usage("0.01"));
                                                        return true;
                                                    }))
                            .toList();
            start.countDown();
            for (Future<Boolean> added : adding) {
                added.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(acme().cost().orElseThrow()).isEqualByComparingTo("2");
        assertThat(acme().inputTokens()).isEqualTo(2000);
    }

    @Test
    void aMonthHasSeveralRowsToAddTo() {
        for (int i = 0; i < 100; i++) {
            add(ACME, NOVEMBER, usage("1"));
        }

        int rows =
                database.jdbc().sql("select count(*) from spending").query(Integer.class).single();
        assertThat(rows).isBetween(8, 16);
    }

    private Spending acme() {
        return inTx(() -> spendings.of(ACME, NOVEMBER, "USD"));
    }

    private void add(TenantId tenant, YearMonth month, Usage usage) {
        inTx(
                () -> {
                    spendings.add(tenant, month, "USD", usage);
                    return true;
                });
    }

    private <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }

    private static Usage usage(String cost) {
        return new Usage(10, 3, Optional.of(new Cost(new BigDecimal(cost), "USD")));
    }
}
