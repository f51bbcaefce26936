package io.evenhand.access.limit;

import java.time.Duration;

/** A quota and how it stands, as draft-ietf-httpapi-ratelimit-headers (08 and later) writes it. */
final class QuotaHeaders {

    static final String POLICY = "RateLimit-Policy";
    static final String STANDING = "RateLimit";

    private static final String NAME = "\"default\"";

    private QuotaHeaders() {}

    static String policy(Quota quota) {
        return NAME + ";q=" + quota.requests() + ";w=" + quota.seconds();
    }

    static String standing(Allowance allowance) {
        return NAME + ";r=" + allowance.left() + ";t=" + seconds(allowance.full());
    }

    private static long seconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1000L);
    }
}
