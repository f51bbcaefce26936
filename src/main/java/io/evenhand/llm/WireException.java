package io.evenhand.llm;

import dev.langchain4j.exception.HttpException;
import java.net.http.HttpHeaders;

/**
 * A reply that is an error, with the headers that LangChain4j's own exception drops. Its message is
 * the status alone, since providers repeat what they were sent in the body.
 */
final class WireException extends HttpException {

    private final transient HttpHeaders headers;
    private final String body;

    WireException(int status, HttpHeaders headers, String body) {
        super(status, "HTTP " + status);
        this.headers = headers;
        this.body = body;
    }

    HttpHeaders headers() {
        return headers;
    }

    /** Never for a log. */
    String body() {
        return body;
    }
}
