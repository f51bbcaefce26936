package io.evenhand.access.key;

import io.evenhand.access.Caller;
import io.evenhand.access.Right;
import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.Trail;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes, changes and ends keys; each time with its entry in the audit. */
@Component
public class KeyDesk {

    /** Of one tenant, those that are alive. */
    private static final int MOST = 200;

    private final MadeKeys keys;
    private final KeyRing ring;
    private final Trail trail;
    private final Storage storage;
    private final Clock clock;

    KeyDesk(MadeKeys keys, KeyRing ring, Trail trail, Storage storage, Clock clock) {
        this.keys = keys;
        this.ring = ring;
        this.trail = trail;
        this.storage = storage;
        this.clock = clock;
    }

    public Mono<MadeKey> add(Caller maker, NewKey wanted, KeySecret secret) {
        return storage.inTransaction(
                () -> {
                    requireOwn(maker, wanted.scopes().stream().flatMap(s -> s.rights().stream()));
                    Instant now = now();
                    requireRoom(maker, now);
                    MadeKey key =
                            new MadeKey(
                                    maker.tenant(),
                                    KeyId.next(),
                                    wanted.name(),
                                    wanted.scopes(),
                                    maker.name(),
                                    now,
                                    wanted.expiresAt(),
                                    Optional.empty(),
                                    Optional.empty());
                    keys.add(key, secret.hash());
                    trail.done(maker, Action.KEY_MADE, key.id().value());
                    return key;
                });
    }

    public Mono<List<MadeKey>> all(Caller caller) {
        return storage.inTransaction(() -> keys.of(caller.tenant()));
    }

    /** Another tenant's is as unknown as one that never was. */
    public Mono<MadeKey> get(Caller caller, String id) {
        return storage.inTransaction(
                () ->
                        wellFormed(id)
                                .flatMap(known -> keys.find(caller.tenant(), known))
                                .orElseThrow(KeyDesk::unknown));
    }

    /**
     * Gives a key a new secret.
     *
     * @param overlap how long the one before lives on
     */
    public Mono<MadeKey> rotate(Caller caller, String id, KeySecret secret, Duration overlap) {
        return storage.inTransaction(
                        () -> {
                            MadeKey key = locked(caller, id);
                            Instant now = now();
                            requireOwn(
                                    caller,
                                    key.scopes().stream().flatMap(s -> s.rights().stream()));
                            if (!key.isAlive(now)) {
                                throw new Refusal(
                                        ProblemCode.CONFLICT,
                                        "The key is revoked or has expired: make another.");
                            }
                            keys.rotate(key, secret.hash(), now.plus(overlap));
                            trail.done(caller, Action.KEY_ROTATED, id);
                            return key;
                        })
                .doOnNext(key -> ring.forget());
    }

    /** Ends a key at once here, and within seconds everywhere; again changes nothing. */
    public Mono<MadeKey> revoke(Caller caller, String id) {
        return storage.inTransaction(
                        () -> {
                            MadeKey key = locked(caller, id);
                            if (key.revokedAt().isEmpty()) {
                                keys.revoke(key, now());
                                trail.done(caller, Action.KEY_REVOKED, id);
                            }
                            return key;
                        })
                .doOnNext(key -> ring.forget());
    }

    private MadeKey locked(Caller caller, String id) {
        return wellFormed(id)
                .flatMap(known -> keys.lock(caller.tenant(), known))
                .orElseThrow(KeyDesk::unknown);
    }

    private static Optional<KeyId> wellFormed(String id) {
        return Optional.of(new KeyId(id)).filter(KeyId::isWellFormed);
    }

    private static void requireOwn(Caller maker, Stream<Right> wanted) {
        Set<Right> rights = wanted.collect(Collectors.toSet());
        if (!maker.mayGive(rights)) {
            throw new Refusal(
                    ProblemCode.FORBIDDEN, "Nobody can give a key more scopes than they have.");
        }
    }

    private void requireRoom(Caller maker, Instant now) {
        long alive = keys.of(maker.tenant()).stream().filter(key -> key.isAlive(now)).count();
        if (alive >= MOST) {
            throw new Refusal(
                    ProblemCode.CONFLICT, "There are " + MOST + " keys already; revoke one.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal unknown() {
        return new Refusal(ProblemCode.NOT_FOUND, "There is no such key.");
    }
}
