package io.evenhand.access.key;

import io.evenhand.access.Scope;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a key is to be from a request, or refuses with everything that is wrong with it. */
@Component
public class KeyReader {

    /** Long enough to change a key in a week's release. */
    static final Duration OVERLAP = Duration.ofDays(1);

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /** What databases hold. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final String SCOPES = "/scopes";
    private static final String KNOWN = "grade, review, manage";

    private final StrictJson json;
    private final Clock clock;

    KeyReader(StrictJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    NewKey key(byte[] body) {
        Violations violations = new Violations();
        return key(json.read(body, KeyRequest.class, violations), violations);
    }

    /** The same from a form. */
    public NewKey key(KeyRequest request, Violations violations) {
        String name = name(request.name(), violations);
        Set<Scope> scopes = scopes(request.scopes(), violations);
        Optional<Instant> expiry =
                Optional.ofNullable(request.expiresAt()).flatMap(at -> expiry(at, violations));
        violations.refuseIfAny();
        return new NewKey(name, scopes, expiry);
    }

    /** How long the secret of before lives on; a day if nothing is said. */
    Duration overlap(byte[] body) {
        Violations violations = new Violations();
        Duration overlap =
                body.length == 0
                        ? OVERLAP
                        : Optional.ofNullable(
                                        json.read(body, RotationRequest.class, violations)
                                                .overlapSeconds())
                                .map(Duration::ofSeconds)
                                .orElse(OVERLAP);
        violations.require(
                !overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0,
                "/overlapSeconds",
                "must be 0 to " + LONGEST_OVERLAP.toSeconds());
        violations.refuseIfAny();
        return overlap;
    }

    private static String name(@Nullable String given, Violations violations) {
        String name = given == null ? "" : given.strip();
        violations.require(
                !name.isEmpty() && name.length() <= NewKey.LONGEST_NAME,
                "/name",
                "must have 1 to " + NewKey.LONGEST_NAME + " characters");
        violations.require(
                name.codePoints().noneMatch(Character::isISOControl),
                "/name",
                "must have no control characters");
        return name;
    }

    private static Set<Scope> scopes(
            @Nullable List<@Nullable String> wanted, Violations violations) {
        List<@Nullable String> given = wanted == null ? List.of() : wanted;
        violations.require(!given.isEmpty(), SCOPES, "is missing: one or more of " + KNOWN);
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (int i = 0; i < given.size(); i++) {
            Optional<Scope> scope = scope(given.get(i));
            violations.require(scope.isPresent(), SCOPES + "/" + i, "is none of " + KNOWN);
            scope.ifPresent(scopes::add);
        }
        return scopes;
    }

    private static Optional<Scope> scope(@Nullable String given) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.label().equals(given))
                .findFirst();
    }

    private Optional<Instant> expiry(String given, Violations violations) {
        try {
            Instant at = Instant.parse(given).truncatedTo(ChronoUnit.SECONDS);
            boolean fits =
                    violations.require(
                            at.isAfter(clock.instant()) && at.isBefore(LAST),
                            "/expiresAt",
                            "must be to come, and before the year 10000");
            return Optional.of(at).filter(instant -> fits);
        } catch (DateTimeException e) {
            violations.add("/expiresAt", "is no instant, as in 2027-01-31T00:00:00Z");
            return Optional.empty();
        }
    }
}
