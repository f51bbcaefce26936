package io.evenhand.candidate.web;

import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads how long a link is to be good, or refuses with everything that is wrong with it. */
@Component
class LinkReader {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final String POINTER = "/expiresAt";

    private final StrictJson json;
    private final Clock clock;

    LinkReader(StrictJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Empty if nothing was said, as by an empty body. */
    Optional<Instant> end(byte[] body) {
        if (body.length == 0) {
            return Optional.empty();
        }
        Violations violations = new Violations();
        LinkRequest request = json.read(body, LinkRequest.class, violations);
        Optional<Instant> end =
                Optional.ofNullable(request.expiresAt()).flatMap(at -> end(at, violations));
        violations.refuseIfAny();
        return end;
    }

    private Optional<Instant> end(String given, Violations violations) {
        try {
            Instant at = Instant.parse(given).truncatedTo(ChronoUnit.SECONDS);
            Instant now = clock.instant();
            boolean fits =
                    violations.require(
                            at.isAfter(now) && at.isBefore(now.plus(LONGEST)),
                            POINTER,
                            "must be to come, within " + LONGEST.toDays() + " days");
            return Optional.of(at).filter(ignored -> fits);
        } catch (DateTimeException e) {
            violations.add(POINTER, "is no instant, as in 2027-01-31T00:00:00Z");
            return Optional.empty();
        }
    }
}
