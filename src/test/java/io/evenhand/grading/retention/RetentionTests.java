package io.evenhand.grading.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.Samples;
import io.evenhand.grading.work.ErasureDesk;
import io.evenhand.platform.TenantId;
import io.evenhand.support.ApiTestBase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What was kept for long enough is erased, of tenants that want that. */
class RetentionTests extends ApiTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MONTH = Duration.ofDays(30);

    @Autowired ErasureDesk desk;
    @Autowired Gradings gradings;
    @Autowired TransactionTemplate transactions;

    private final TenantId forgetful = new TenantId("forgetful-" + UUID.randomUUID());
    private final TenantId other = new TenantId("other-" + UUID.randomUUID());

    @Test
    void erasesWhatIsOlderThanItsTenantWantsItKept() {
        Grading old = added(forgetful, MONTH.plusHours(1));
        Grading young = added(forgetful, MONTH.minusHours(1));
        Grading ofOther = added(other, MONTH.plusDays(300));
        RetentionSettings settings = new RetentionSettings(Map.of(forgetful.value(), MONTH));

        new Retention(desk, settings, clock).kept().block(PATIENCE);

        assertThat(now(old).isErased()).isTrue();
        assertThat(now(old).submission().answer()).isEmpty();
        assertThat(now(young)).isEqualTo(young);
        assertThat(now(ofOther)).isEqualTo(ofOther);
    }

    private Grading added(TenantId tenant, Duration age) {
        Instant then = clock.instant().minus(age).truncatedTo(ChronoUnit.MILLIS);
        Grading grading =
                Grading.queued(
                        new GradingIds().next(),
                        tenant,
                        Samples.submission("It fits noise."),
                        then);
        transactions.executeWithoutResult(
                status -> gradings.add(grading, Optional.empty(), "somebody"));
        return grading;
    }

    private Grading now(Grading grading) {
        return transactions.execute(
                status -> gradings.find(grading.tenant(), grading.id()).orElseThrow());
    }
}
