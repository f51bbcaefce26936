package io.evenhand.budget;

import io.evenhand.grading.Postponed;
import io.evenhand.platform.Recurring;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has gradings that wait for the next month's money graded again when there is money in this one: a
 * budget was raised, or another currency holds. A budget changes with a start of the service, but
 * instances with the old one may go on for a while after it, hence again and again.
 */
@Component
class RaisedBudgets {

    private static final Logger LOG = LoggerFactory.getLogger(RaisedBudgets.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Postponed postponed;
    private final Storage storage;
    private final Clock clock;
    private final Recurring looks = new Recurring();

    RaisedBudgets(Accounts accounts, Postponed postponed, Storage storage, Clock clock) {
        this.accounts = accounts;
        this.postponed = postponed;
        this.storage = storage;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        looks.start(Duration.ZERO, INTERVAL, () -> look().onErrorResume(RaisedBudgets::later));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        looks.stop();
    }

    /** How many gradings wait no longer. */
    Mono<Integer> look() {
        return storage.inTransaction(
                () -> {
                    Instant end = Accounts.end(accounts.month());
                    return postponed.tenants(end).stream()
                            .filter(tenant -> !accounts.isSpent(tenant))
                            .mapToInt(tenant -> calledForward(tenant, end))
                            .sum();
                });
    }

    private int calledForward(TenantId tenant, Instant end) {
        int gradings =
                postponed.callForward(tenant, end, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        LOG.info("Tenant {} has money for models again: {} gradings are due.", tenant, gradings);
        return gradings;
    }

    private static Mono<Integer> later(Throwable error) {
        LOG.warn("Budgets could not be looked at ({}); trying again.", error.getClass().getName());
        return Mono.empty();
    }
}
