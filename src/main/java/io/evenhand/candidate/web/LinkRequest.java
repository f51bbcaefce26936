package io.evenhand.candidate.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link as a client wants it: anything may be missing or wrong until checked. */
@Schema(name = "CandidateLinkRequest")
record LinkRequest(
        @Schema(
                        description = "When it ends; left out, after evenhand.candidate.link-life",
                        format = "date-time")
                @Nullable String expiresAt) {}
