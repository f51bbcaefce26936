package io.evenhand.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/** An RFC 9457 problem as it is sent. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        ProblemCode code,
        List<Violation> errors,
        String traceId) {

    static ProblemBody of(Refusal refusal, String path, String traceId) {
        ProblemCode code = refusal.code();
        return new ProblemBody(
                code.type(),
                code.title(),
                code.status().value(),
                refusal.detail(),
                path,
                code,
                refusal.violations(),
                traceId);
    }
}
