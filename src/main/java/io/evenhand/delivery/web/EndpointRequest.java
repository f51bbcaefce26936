package io.evenhand.delivery.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint as a client writes it: anything may be missing or wrong until checked. */
public record EndpointRequest(
        @Nullable String url,
        @Nullable List<@Nullable String> events,
        @Nullable Boolean includeAnswer,
        @Nullable Boolean enabled) {}
