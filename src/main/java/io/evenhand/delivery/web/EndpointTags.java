package io.evenhand.delivery.web;

import io.evenhand.delivery.Endpoint;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Entity tags of endpoints: their version, which every change counts up. */
final class EndpointTags {

    private EndpointTags() {}

    static String of(Endpoint endpoint) {
        return "\"" + endpoint.version() + "\"";
    }

    /** The tags that a client makes its change depend on; none means any. */
    static List<String> wanted(HttpHeaders headers) {
        try {
            return headers.getIfMatch();
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for the header to mend.",
                    List.of(
                            Violation.of(
                                    HttpHeaders.IF_MATCH,
                                    "is no list of entity tags, each in double quotes")));
        }
    }

    static void require(List<String> wanted, Endpoint endpoint) {
        boolean matches = wanted.isEmpty() || wanted.contains("*") || wanted.contains(of(endpoint));
        if (!matches) {
            throw new Refusal(
                    ProblemCode.PRECONDITION_FAILED, "It has changed since: read it again.");
        }
    }
}
