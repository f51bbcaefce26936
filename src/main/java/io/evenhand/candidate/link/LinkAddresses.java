package io.evenhand.candidate.link;

import io.evenhand.candidate.CandidateSettings;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Says what address a candidate is to be sent. */
@Component
public class LinkAddresses {

    private final LinkDesk desk;
    private final Optional<URI> base;

    LinkAddresses(LinkDesk desk, CandidateSettings settings) {
        this.desk = desk;
        this.base = Optional.ofNullable(settings.url());
    }

    /** Below the address of the settings, or else the one that was asked at. */
    public String of(Link link, ServerHttpRequest request) {
        URI root = base.orElseGet(() -> root(request.getURI()));
        return root.toString().replaceAll("/+$", "") + desk.path(link);
    }

    private static URI root(URI asked) {
        return UriComponentsBuilder.newInstance()
                .scheme(asked.getScheme())
                .host(asked.getHost())
                .port(asked.getPort())
                .build()
                .toUri();
    }
}
