package io.evenhand.candidate.web;

import io.evenhand.candidate.link.Link;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link as clients see it.
 *
 * @param url what the candidate is sent: whoever has it can read the page
 */
@Schema(name = "CandidateLink")
record LinkView(
        String id,
        String url,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    static LinkView of(Link link, String url) {
        return new LinkView(
                link.id(),
                url,
                link.madeBy(),
                link.madeAt(),
                link.expiresAt(),
                link.revokedAt().orElse(null));
    }
}
