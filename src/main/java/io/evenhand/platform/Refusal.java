package io.evenhand.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends a request with a problem; its detail and violations never hold what the client sent. */
public class Refusal extends RuntimeException {

    private final transient ProblemCode code;
    private final transient List<Violation> violations;
    private final transient Optional<Duration> retryAfter;

    public Refusal(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Refusal(ProblemCode code, String detail, List<Violation> violations) {
        this(code, detail, violations, Optional.empty());
    }

    private Refusal(
            ProblemCode code,
            String detail,
            List<Violation> violations,
            Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** The same refusal with a {@code Retry-After} header. */
    public Refusal retryAfter(Duration duration) {
        return new Refusal(code, detail(), violations, Optional.of(duration));
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
