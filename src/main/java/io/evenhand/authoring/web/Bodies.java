package io.evenhand.authoring.web;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import reactor.core.publisher.Mono;

/** Bodies of requests. */
final class Bodies {

    private Bodies() {}

    static Mono<byte[]> required(Mono<byte[]> body) {
        return body.switchIfEmpty(
                Mono.error(
                        () ->
                                new Refusal(
                                        ProblemCode.MALFORMED_BODY,
                                        "The body is empty; send a JSON object.")));
    }
}
