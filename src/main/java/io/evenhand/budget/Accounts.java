package io.evenhand.budget;

import io.evenhand.grading.Cost;
import io.evenhand.grading.ModelUsed;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What each tenant may spend this month, and has spent in any. */
@Component
public class Accounts {

    private final BudgetSettings settings;
    private final PriceSettings prices;
    private final Spendings spendings;
    private final Storage storage;
    private final Clock clock;

    Accounts(
            BudgetSettings settings,
            PriceSettings prices,
            Spendings spendings,
            Storage storage,
            Clock clock) {
        this.settings = settings;
        this.prices = prices;
        this.spendings = spendings;
        this.storage = storage;
        this.clock = clock;
    }

    /** Plainly, in the transaction of the move: what is not stored is not counted. */
    @EventListener
    void count(ModelUsed used) {
        String currency = used.usage().cost().map(Cost::currency).orElse(prices.currency());
        spendings.add(used.tenant(), month(), currency, used.usage());
    }

    public Mono<Spending> spending(TenantId tenant, YearMonth month) {
        return storage.inTransaction(() -> spendings.of(tenant, month, prices.currency()));
    }

    /** What a tenant may spend this month; empty if that is as much as it likes. */
    public Optional<BigDecimal> budget(TenantId tenant) {
        return settings.of(tenant);
    }

    /** Whether this month's budget has nothing left. Blocks. */
    boolean isSpent(TenantId tenant) {
        return budget(tenant)
                .filter(budget -> spendings.of(tenant, month(), currency()).reaches(budget))
                .isPresent();
    }

    /** Of all prices and budgets. */
    public String currency() {
        return prices.currency();
    }

    public YearMonth month() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    /** The first instant that is not of the month any more. */
    public static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
