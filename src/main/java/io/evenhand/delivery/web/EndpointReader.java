package io.evenhand.delivery.web;

import io.evenhand.delivery.EventType;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads an endpoint from a request, or refuses with everything that is wrong with it. */
@Component
class EndpointReader {

    private static final String EVENTS = "/events";
    private static final String KNOWN =
            Arrays.stream(EventType.values())
                    .map(EventType::label)
                    .collect(Collectors.joining(", "));

    private final StrictJson json;
    private final UrlChecks urls;

    EndpointReader(StrictJson json, UrlChecks urls) {
        this.json = json;
        this.urls = urls;
    }

    /** One that is new, and needs an address and events. */
    Mono<EndpointChange> whole(byte[] body) {
        Violations violations = new Violations();
        EndpointRequest request = json.read(body, EndpointRequest.class, violations);
        violations.require(request.url() != null, UrlChecks.POINTER, "is missing");
        violations.require(request.events() != null, EVENTS, "is missing: one or more of " + KNOWN);
        return checked(request, violations);
    }

    Mono<EndpointChange> part(byte[] body) {
        Violations violations = new Violations();
        return checked(json.read(body, EndpointRequest.class, violations), violations);
    }

    private Mono<EndpointChange> checked(EndpointRequest request, Violations violations) {
        Optional<Set<EventType>> events =
                Optional.ofNullable(request.events()).map(given -> events(given, violations));
        Mono<Optional<URI>> url =
                request.url() == null
                        ? Mono.just(Optional.empty())
                        : urls.check(request.url(), violations);
        return url.doOnNext(checked -> violations.refuseIfAny())
                .map(
                        checked ->
                                new EndpointChange(
                                        checked,
                                        events,
                                        Optional.ofNullable(request.includeAnswer()),
                                        Optional.ofNullable(request.enabled())));
    }

    private static Set<EventType> events(List<@Nullable String> given, Violations violations) {
        violations.require(!given.isEmpty(), EVENTS, "is empty: one or more of " + KNOWN);
        Set<EventType> events = EnumSet.noneOf(EventType.class);
        for (int i = 0; i < given.size(); i++) {
            Optional<EventType> event = Optional.ofNullable(given.get(i)).flatMap(EventType::of);
            violations.require(event.isPresent(), EVENTS + "/" + i, "is none of " + KNOWN);
            event.ifPresent(events::add);
        }
        return events;
    }
}
