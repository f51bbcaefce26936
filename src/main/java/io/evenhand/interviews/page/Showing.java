package io.evenhand.interviews.page;

import io.evenhand.platform.TenantId;

/**
 * How a page names candidates; by the rule of the review pages, their references are not in the
 * page at all until somebody asks for them.
 *
 * @param names whether somebody did
 */
record Showing(TenantId tenant, Aliases aliases, boolean names) {

    String of(String candidate) {
        return names ? candidate : aliases.of(tenant, candidate);
    }

    /** What an address says to keep it that way. */
    String query() {
        return names ? "candidate=show" : "";
    }
}
