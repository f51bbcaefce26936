package io.evenhand.candidate.web;

import io.evenhand.access.Caller;
import io.evenhand.candidate.link.Link;
import io.evenhand.candidate.link.LinkAddresses;
import io.evenhand.candidate.link.LinkDesk;
import io.evenhand.candidate.link.Target;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is asked about links, whatever they show. */
@Component
class Links {

    private static final byte[] NOTHING = {};

    private final LinkDesk desk;
    private final LinkAddresses addresses;
    private final LinkReader reader;

    Links(LinkDesk desk, LinkAddresses addresses, LinkReader reader) {
        this.desk = desk;
        this.addresses = addresses;
        this.reader = reader;
    }

    Mono<LinkView> make(
            Caller caller, Mono<Target> target, Mono<byte[]> body, ServerHttpRequest request) {
        return target.flatMap(
                        found ->
                                body.defaultIfEmpty(NOTHING)
                                        .map(reader::end)
                                        .flatMap(end -> desk.make(caller, found, end)))
                .map(link -> view(link, request));
    }

    Mono<LinkListView> all(Caller caller, Mono<Target> target, ServerHttpRequest request) {
        return target.flatMap(found -> desk.all(caller, found))
                .map(links -> links.stream().map(link -> view(link, request)).toList())
                .map(LinkListView::new);
    }

    Mono<ResponseEntity<Void>> revoke(Caller caller, Mono<Target> target, String link) {
        return target.flatMap(found -> desk.revoke(caller, found, link))
                .map(ended -> ResponseEntity.noContent().build());
    }

    private LinkView view(Link link, ServerHttpRequest request) {
        return LinkView.of(link, addresses.of(link, request));
    }
}
