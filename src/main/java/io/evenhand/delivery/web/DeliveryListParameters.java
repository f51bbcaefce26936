package io.evenhand.delivery.web;

import io.evenhand.delivery.DeliveryId;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which page of deliveries a client asks for; refuses with every parameter that is wrong. */
record DeliveryListParameters(Optional<DeliveryId> before, int limit) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    static DeliveryListParameters read(@Nullable String cursor, @Nullable String limit) {
        List<Violation> violations = new ArrayList<>();
        DeliveryListParameters read =
                new DeliveryListParameters(before(cursor, violations), limit(limit, violations));
        if (!violations.isEmpty()) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for each parameter to mend.",
                    violations);
        }
        return read;
    }

    static String cursor(String last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<DeliveryId> before(
            @Nullable String cursor, List<Violation> violations) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        Optional<DeliveryId> before = decoded(cursor).filter(DeliveryId::isWellFormed);
        if (before.isEmpty()) {
            violations.add(Violation.of("cursor", "is none that this service gave out"));
        }
        return before;
    }

    private static Optional<DeliveryId> decoded(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return Optional.of(new DeliveryId(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int limit(@Nullable String limit, List<Violation> violations) {
        if (limit == null || limit.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("0*[1-9]\\d*")) {
            violations.add(Violation.of("limit", "is no number from 1 up"));
            return DEFAULT_LIMIT;
        }
        return new BigInteger(limit).min(BigInteger.valueOf(MOST)).intValue();
    }
}
