package io.evenhand.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** What becomes of a request when its bucket was asked, and when that could not be. */
class RateLimitsTests {

    private static final Quota QUOTA = new Quota(100, Duration.ofSeconds(90));

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HttpHeaders headers = new HttpHeaders();

    @Test
    void tellsPolicyAndStandingInTheFormOfTheDraft() {
        admit(allowance(true, 50, 0, 29_001));

        assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"default\";q=100;w=90");
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"default\";r=50;t=30");
        assertThat(count("limited")).isZero();
    }

    @Test
    void refusesWithoutATokenAndSaysWhenToComeBack() {
        assertThatThrownBy(() -> admit(allowance(false, 0, 900, 90_000)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ProblemCode.RATE_LIMITED);
                            assertThat(refusal.retryAfter()).contains(Duration.ofMillis(900));
                        });

        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"default\";r=0;t=90");
        assertThat(count("limited")).isEqualTo(1);
    }

    @Test
    void letsInWhatCannotBeCountedAndCountsThat() {
        admit(Mono.error(new IllegalStateException("the store is away")));

        assertThat(headers.getFirst("RateLimit-Policy")).isNotNull();
        assertThat(headers.getFirst("RateLimit")).isNull();
        assertThat(count("uncounted")).isEqualTo(1);
    }

    private void admit(Mono<Allowance> answer) {
        new RateLimits((tenant, key, quota) -> answer, metrics)
                .admit(TenantId.LOCAL, "key", QUOTA, headers)
                .block(Duration.ofSeconds(10));
    }

    private static Mono<Allowance> allowance(boolean granted, long left, long next, long full) {
        return Mono.just(
                new Allowance(granted, left, Duration.ofMillis(next), Duration.ofMillis(full)));
    }

    private double count(String what) {
        return metrics.counter("evenhand.requests." + what).count();
    }
}
