package io.evenhand.platform;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Reads any failure of a request as a refusal. */
final class Refusals {

    private Refusals() {}

    static Refusal of(Throwable error) {
        if (hasCause(error, DataBufferLimitException.class)) {
            return new Refusal(
                    ProblemCode.BODY_TOO_LARGE, "Send a smaller body, or several requests.");
        }
        return switch (error) {
            case Refusal refusal -> refusal;
            case MethodNotAllowedException e -> methodNotAllowed(e.getSupportedMethods());
            case NotAcceptableStatusException e ->
                    new Refusal(
                            ProblemCode.NOT_ACCEPTABLE,
                            "Served here: " + e.getSupportedMediaTypes());
            case UnsupportedMediaTypeStatusException e ->
                    new Refusal(
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                            "Understood here: " + e.getSupportedMediaTypes());
            case MissingRequestValueException e -> badParameter(e.getName(), "is missing");
            case ServerWebInputException e -> badInput(e);
            case ResponseStatusException e when e.getStatusCode().value() == 404 ->
                    new Refusal(ProblemCode.NOT_FOUND, "There is no such address.");
            case DecodingException e -> new Refusal(ProblemCode.MALFORMED_BODY, "Send JSON.");
            case AccessDeniedException e ->
                    new Refusal(ProblemCode.FORBIDDEN, "This API key does not allow it.");
            case CannotCreateTransactionException e ->
                    new Refusal(ProblemCode.OVERLOADED, "The store takes no more work now.")
                            .retryAfter(Duration.ofSeconds(1));
            default ->
                    new Refusal(
                            ProblemCode.INTERNAL,
                            "Try again; if it stays, tell the operator the traceId.");
        };
    }

    private static Refusal methodNotAllowed(Set<HttpMethod> methods) {
        return new Refusal(
                ProblemCode.METHOD_NOT_ALLOWED,
                "Allowed here: "
                        + methods.stream()
                                .map(HttpMethod::name)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private static Refusal badInput(ServerWebInputException error) {
        return error.getMethodParameter() != null
                        && error.getMethodParameter().getParameterName() != null
                ? badParameter(
                        String.valueOf(error.getMethodParameter().getParameterName()),
                        "has the wrong form")
                : new Refusal(ProblemCode.MALFORMED_BODY, "The body cannot be read.");
    }

    private static Refusal badParameter(String name, String message) {
        return new Refusal(
                ProblemCode.INVALID_PARAMETER,
                "See errors for the parameter to mend.",
                List.of(Violation.of(name, message)));
    }

    private static boolean hasCause(Throwable error, Class<? extends Throwable> type) {
        return type.isInstance(error)
                || type.isInstance(NestedExceptionUtils.getMostSpecificCause(error));
    }
}
