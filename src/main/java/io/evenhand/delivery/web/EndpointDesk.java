package io.evenhand.delivery.web;

import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.EndpointId;
import io.evenhand.delivery.Endpoints;
import io.evenhand.delivery.SigningSecrets;
import io.evenhand.delivery.secret.NewSecret;
import io.evenhand.delivery.secret.SecretSeal;
import io.evenhand.platform.EntityTags;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The endpoints of a tenant as the reactive side sees them. */
@Component
class EndpointDesk {

    /** Every result is noted once for each of them. */
    private static final int MOST = 20;

    private final Endpoints endpoints;
    private final SecretSeal seal;
    private final Storage storage;
    private final Clock clock;

    EndpointDesk(Endpoints endpoints, SecretSeal seal, Storage storage, Clock clock) {
        this.endpoints = endpoints;
        this.seal = seal;
        this.storage = storage;
        this.clock = clock;
    }

    Mono<Endpoint> add(TenantId tenant, EndpointChange wanted, NewSecret secret) {
        return storage.inTransaction(
                () -> {
                    if (endpoints.of(tenant).size() >= MOST) {
                        throw new Refusal(
                                ProblemCode.CONFLICT,
                                "There are " + MOST + " endpoints already; delete one.");
                    }
                    Endpoint endpoint = made(tenant, wanted, secret);
                    endpoints.add(endpoint);
                    return endpoint;
                });
    }

    private Endpoint made(TenantId tenant, EndpointChange wanted, NewSecret secret) {
        EndpointId id = EndpointId.next();
        return new Endpoint(
                tenant,
                id,
                wanted.url().orElseThrow(),
                wanted.events().orElseThrow(),
                wanted.includeAnswer().orElse(false),
                wanted.enabled().orElse(true),
                Optional.empty(),
                SigningSecrets.of(seal.seal(secret.value(), tenant, id)),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                1);
    }

    Mono<List<Endpoint>> all(TenantId tenant) {
        return storage.inTransaction(() -> endpoints.of(tenant));
    }

    /** Another tenant's is as unknown as one that never was. */
    Mono<Endpoint> get(TenantId tenant, String id) {
        return Mono.just(new EndpointId(id))
                .filter(EndpointId::isWellFormed)
                .flatMap(known -> storage.inTransaction(() -> endpoints.find(tenant, known)))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(EndpointDesk::unknown));
    }

    /**
     * @param tags one of which the endpoint must have; none means any
     */
    Mono<Endpoint> change(Endpoint known, EntityTags tags, UnaryOperator<Endpoint> change) {
        return storage.inTransaction(
                        () ->
                                endpoints.change(
                                        known.tenant(),
                                        known.id(),
                                        today -> {
                                            require(tags, today);
                                            return change.apply(today);
                                        }))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(EndpointDesk::unknown));
    }

    Mono<Endpoint> rotate(Endpoint known, EntityTags tags, NewSecret secret) {
        String sealed = seal.seal(secret.value(), known.tenant(), known.id());
        Instant now = clock.instant();
        return change(known, tags, today -> today.rotated(sealed, now));
    }

    Mono<Boolean> remove(Endpoint known) {
        return storage.inTransaction(() -> endpoints.remove(known.tenant(), known.id()));
    }

    private static void require(EntityTags tags, Endpoint endpoint) {
        if (!tags.isEmpty() && !tags.match(endpoint.version())) {
            throw new Refusal(
                    ProblemCode.PRECONDITION_FAILED, "It has changed since: read it again.");
        }
    }

    private static Refusal unknown() {
        return new Refusal(ProblemCode.NOT_FOUND, "There is no such endpoint.");
    }
}
