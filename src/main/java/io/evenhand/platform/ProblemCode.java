package io.evenhand.platform;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The closed list of refusals that a client can meet, each with its HTTP status. */
public enum ProblemCode {
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "The body cannot be read"),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter or header is not valid"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "An API key is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "The API key does not allow this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method does not fit this address"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The accepted media types cannot be served"),
    IDEMPOTENCY_IN_PROGRESS(HttpStatus.CONFLICT, "The first request with this key still runs"),
    REVIEWED_IS_FINAL(HttpStatus.CONFLICT, "A human's decision is final"),
    CONFLICT(HttpStatus.CONFLICT, "The state of the resource does not allow this"),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "The resource has changed"),
    ANSWER_TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, "The answer is too long"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content type is not supported"),
    VALIDATION_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "The request is not valid"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The key belongs to another request"),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "If-Match is needed"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "The service takes no more work now");

    private final HttpStatus status;
    private final String title;

    ProblemCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable {@code type} of the problem. */
    public URI type() {
        return URI.create(
                "urn:evenhand:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
