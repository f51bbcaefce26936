package io.evenhand.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Cost;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.ModelUsed;
import io.evenhand.grading.Postponed;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Spent;
import io.evenhand.grading.Usage;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.support.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import reactor.core.publisher.Flux;

/** When money is spent, and for how long. */
class MonthlyBudgetTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId RIVAL = new TenantId("rival");
    private static final TenantId FREE = new TenantId("free");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final InMemory spendings = new InMemory();
    private final Storage storage = new Storage(new NoTransactions());
    private final Accounts accounts = accounts("1.5");
    private final MonthlyBudget budget = new MonthlyBudget(accounts, clock);

    @AfterEach
    void close() {
        storage.destroy();
    }

    private Accounts accounts(String monthly) {
        return new Accounts(
                new BudgetSettings(
                        new BigDecimal(monthly),
                        List.of(
                                new BudgetSettings.Own("rival", new BigDecimal("10")),
                                new BudgetSettings.Own("free", null))),
                new PriceSettings(List.of(), "USD"),
                spendings,
                storage,
                clock);
    }

    @Test
    void isSpentWhenTheSumReachesItUntilTheMonthEnds() {
        use(ACME, "1.4999");
        assertThat(spent(ACME)).isEmpty();

        use(ACME, "0.0001");
        later();

        assertThat(spent(ACME)).contains(new Spent(Optional.of(FEBRUARY)));
    }

    @Test
    void hasMoneyAgainInTheNextMonth() {
        use(ACME, "5");
        clock.advance(Duration.between(clock.instant(), FEBRUARY).minusNanos(1));
        assertThat(spent(ACME)).isPresent();

        clock.advance(Duration.ofNanos(1));

        assertThat(spent(ACME)).isEmpty();
    }

    @Test
    void tenantsMayHaveBudgetsOfTheirOwnOrNone() {
        for (TenantId tenant : List.of(ACME, RIVAL, FREE)) {
            use(tenant, "5");
        }

        assertThat(spent(ACME)).isPresent();
        assertThat(spent(RIVAL)).isEmpty();
        assertThat(spent(FREE)).isEmpty();
    }

    @Test
    void whoHasNoBudgetIsNotAddedUp() {
        spent(FREE);

        assertThat(spendings.sums).isZero();
    }

    @Test
    void manyAsksOfASecondAreOneSum() {
        Flux.range(0, 100).flatMap(i -> budget.spent(grading(ACME)), 100).then().block(PATIENCE);

        assertThat(spendings.sums).isEqualTo(1);
        later();
        spent(ACME);
        assertThat(spendings.sums).isEqualTo(2);
    }

    @Test
    void aBudgetOfNothingAsksNoModel() {
        assertThat(
                        new MonthlyBudget(accounts("0"), clock)
                                .spent(grading(ACME))
                                .blockOptional(PATIENCE))
                .isPresent();
    }

    @Test
    void whatWaitsIsCalledForwardWhereThereIsMoneyAgain() {
        use(ACME, "5");
        Waiting waiting = new Waiting();
        raised(accounts, waiting);
        assertThat(waiting.called).isEmpty();

        raised(accounts("50"), waiting);

        assertThat(waiting.called).containsExactly(ACME);
    }

    private void raised(Accounts now, Waiting waiting) {
        new RaisedBudgets(now, waiting, storage, clock).look().block(PATIENCE);
    }

    private void use(TenantId tenant, String cost) {
        accounts.count(
                new ModelUsed(
                        tenant,
                        new Usage(1, 1, Optional.of(new Cost(new BigDecimal(cost), "USD")))));
    }

    private void later() {
        clock.advance(Duration.ofMillis(1001));
    }

    private Optional<Spent> spent(TenantId tenant) {
        return budget.spent(grading(tenant)).blockOptional(PATIENCE);
    }

    private static Grading grading(TenantId tenant) {
        GradingId id = new GradingIds().next();
        return Grading.queued(id, tenant, Samples.submission("So."), Samples.NOW);
    }

    private static final class InMemory implements Spendings {

        private final Map<String, BigDecimal> costs = new HashMap<>();
        private volatile int sums;

        @Override
        public synchronized void add(
                TenantId tenant, YearMonth month, String currency, Usage usage) {
            costs.merge(
                    tenant + " " + month + " " + currency,
                    usage.cost().orElseThrow().amount(),
                    BigDecimal::add);
        }

        @Override
        public synchronized Spending of(TenantId tenant, YearMonth month, String currency) {
            sums++;
            return new Spending(
                    0, 0, Optional.ofNullable(costs.get(tenant + " " + month + " " + currency)));
        }
    }

    private static final class Waiting implements Postponed {

        private final List<TenantId> called = new ArrayList<>();

        @Override
        public List<TenantId> tenants(Instant until) {
            return until.equals(FEBRUARY) ? List.of(ACME) : List.of();
        }

        @Override
        public int callForward(TenantId tenant, Instant until, Instant now) {
            called.add(tenant);
            return 1;
        }
    }

    private static final class NoTransactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
