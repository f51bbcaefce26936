package io.evenhand.grading.web;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Violation;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** The header by which a client may send a request again; only a hash of it is kept. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    /** On the answer to a request that came before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    public static Optional<Sha256> hash(HttpHeaders headers) {
        Optional<String> key = Optional.ofNullable(headers.getFirst(HEADER));
        if (key.filter(value -> value.isBlank() || value.length() > LONGEST).isPresent()) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for the header to mend.",
                    List.of(Violation.of(HEADER, "has 1 to " + LONGEST + " characters")));
        }
        return key.map(Sha256::of);
    }
}
