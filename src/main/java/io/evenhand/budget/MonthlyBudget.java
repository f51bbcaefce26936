package io.evenhand.budget;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.grading.Budget;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Purse;
import io.evenhand.grading.Spent;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The budget of a tenant's month: when it is spent, there is money again in the next. */
@Component
class MonthlyBudget implements Budget, Purse {

    /** How old a sum may be; what is begun meanwhile is spent beyond the budget. */
    private static final Duration AGE = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    private final Accounts accounts;
    private final AsyncCache<Account, Spending> sums;

    MonthlyBudget(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.sums =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(AGE)
                        .ticker(() -> nanos(clock.instant()))
                        .buildAsync();
    }

    private static long nanos(Instant now) {
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public Mono<Spent> spent(Grading grading) {
        return spent(grading.tenant());
    }

    @Override
    public Mono<Spent> spent(TenantId tenant) {
        YearMonth month = accounts.month();
        return Mono.justOrEmpty(accounts.budget(tenant))
                .filterWhen(
                        budget ->
                                sum(new Account(tenant, month))
                                        .map(spending -> spending.reaches(budget)))
                .map(budget -> new Spent(Optional.of(Accounts.end(month))));
    }

    /** Others wait for it as well: whoever goes away does not cancel it. */
    private Mono<Spending> sum(Account account) {
        return Mono.fromFuture(
                () ->
                        sums.get(
                                account,
                                (wanted, executor) ->
                                        accounts.spending(wanted.tenant(), wanted.month())
                                                .toFuture()),
                true);
    }

    private record Account(TenantId tenant, YearMonth month) {}
}
