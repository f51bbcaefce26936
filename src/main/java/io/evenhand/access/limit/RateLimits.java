package io.evenhand.access.limit;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts requests and refuses those above a quota. A store that cannot be asked refuses nobody: the
 * limit is there for the service, not the service for the limit.
 */
@Component
public class RateLimits {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);

    private final Buckets buckets;
    private final Counter refused;
    private final Counter uncounted;

    RateLimits(Buckets buckets, MeterRegistry metrics) {
        this.buckets = buckets;
        this.refused =
                Counter.builder("evenhand.requests.limited")
                        .description("Requests that were refused since a key had sent too many")
                        .register(metrics);
        this.uncounted =
                Counter.builder("evenhand.requests.uncounted")
                        .description("Requests that were let in since they could not be counted")
                        .register(metrics);
    }

    /**
     * Completes if the request may go on, and fails with a {@link Refusal} if not.
     *
     * @param headers of the response, which say how the key stands
     */
    public Mono<Void> admit(TenantId tenant, String key, Quota quota, HttpHeaders headers) {
        headers.set(QuotaHeaders.POLICY, QuotaHeaders.policy(quota));
        return Mono.defer(() -> buckets.take(tenant, key, quota))
                .onErrorResume(this::letIn)
                .flatMap(
                        allowance -> {
                            headers.set(QuotaHeaders.STANDING, QuotaHeaders.standing(allowance));
                            return allowance.granted() ? Mono.empty() : refuse(allowance);
                        });
    }

    private Mono<Void> refuse(Allowance allowance) {
        refused.increment();
        return Mono.error(
                new Refusal(ProblemCode.RATE_LIMITED, "This API key has sent too many requests.")
                        .retryAfter(allowance.next()));
    }

    private Mono<Allowance> letIn(Throwable error) {
        uncounted.increment();
        LOG.warn("a request could not be counted: {}", error.getClass().getName());
        return Mono.empty();
    }
}
