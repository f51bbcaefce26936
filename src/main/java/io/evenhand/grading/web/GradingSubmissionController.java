package io.evenhand.grading.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.Grading;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.grading.work.Order;
import io.evenhand.grading.work.Receipt;
import io.evenhand.platform.EntityTags;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Problems;
import io.evenhand.platform.Refusal;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code POST /v1/gradings}: one answer in, one grade out. */
@RestController
@Tag(name = "Gradings")
@ProblemResponses
class GradingSubmissionController {

    private static final String RETRY_AFTER = "1";
    private static final String REPLAYED = "Idempotency-Replayed";

    private final Intake intake;
    private final GradingDesk desk;
    private final Problems problems;
    private final GradingViews views;

    GradingSubmissionController(
            Intake intake, GradingDesk desk, Problems problems, GradingViews views) {
        this.intake = intake;
        this.views = views;
        this.desk = desk;
        this.problems = problems;
    }

    @PostMapping(
            path = "/v1/gradings",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @GradeAnswerOperation
    Mono<ResponseEntity<?>> grade(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) Mono<byte[]> body) {
        boolean stream = wantsStream(headers);
        Preference preference = Preference.of(headers);
        boolean asynchronous = preference.asynchronous() && !stream;
        return body.switchIfEmpty(Mono.error(GradingSubmissionController::emptyBody))
                .flatMap(bytes -> intake.read(caller, headers, bytes, asynchronous))
                .flatMap(
                        order ->
                                stream
                                        ? stream(order, caller)
                                        : respond(order, preference, caller));
    }

    private Mono<ResponseEntity<?>> respond(Order order, Preference preference, Caller caller) {
        return intake.accepted(order, receipt -> respond(receipt, preference, caller));
    }

    private Mono<ResponseEntity<?>> respond(Receipt receipt, Preference preference, Caller caller) {
        Grading grading = receipt.grading();
        if (receipt instanceof Receipt.Replayed) {
            return Mono.just(response(caller, grading, statusOf(grading), true));
        }
        Duration patience =
                preference
                        .patience()
                        .orElseGet(
                                () -> preference.asynchronous() ? Duration.ZERO : desk.patience());
        return patience.isZero()
                ? Mono.just(response(caller, grading, HttpStatus.ACCEPTED, false))
                : desk.result(grading, patience)
                        .map(result -> response(caller, result, statusOf(result), false));
    }

    private Mono<ResponseEntity<?>> stream(Order order, Caller caller) {
        return intake.accepted(order, Mono::just).map(receipt -> stream(order, receipt, caller));
    }

    private ResponseEntity<?> stream(Order order, Receipt receipt, Caller caller) {
        Grading grading = receipt.grading();
        ResponseEntity.BodyBuilder response =
                ResponseEntity.ok()
                        .location(location(grading))
                        .contentType(MediaType.TEXT_EVENT_STREAM);
        if (receipt instanceof Receipt.Replayed) {
            response.header(REPLAYED, "true");
        }
        return response.body(events(order, receipt, caller));
    }

    private Flux<ServerSentEvent<Object>> events(Order order, Receipt receipt, Caller caller) {
        Grading grading = receipt.grading();
        Mono<Grading> done =
                (receipt instanceof Receipt.Replayed
                                ? desk.settled(grading, desk.patience())
                                : desk.result(grading, desk.patience()))
                        .cache();
        Flux<ServerSentEvent<Object>> result =
                done.map(graded -> views.of(caller, graded))
                        .flatMapMany(ProgressEvents::result)
                        .onErrorResume(error -> ProgressEvents.failed(problems.of(error)));
        return Flux.concat(
                        Mono.just(ProgressEvents.status(grading)),
                        Flux.merge(ProgressEvents.signsOfLife(done), result))
                .doOnCancel(() -> intake.left(order, grading));
    }

    private ResponseEntity<?> response(
            Caller caller, Grading grading, HttpStatus status, boolean replayed) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(status)
                        .location(location(grading))
                        .contentType(MediaType.APPLICATION_JSON)
                        .eTag(EntityTags.of(grading.version()));
        if (status == HttpStatus.ACCEPTED) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (replayed) {
            response.header(REPLAYED, "true");
        }
        return response.body(views.of(caller, grading));
    }

    private static HttpStatus statusOf(Grading grading) {
        return grading.status().isOpen() ? HttpStatus.ACCEPTED : HttpStatus.OK;
    }

    private static URI location(Grading grading) {
        return URI.create("/v1/gradings/" + grading.id());
    }

    /** A wildcard is not enough: a client that takes anything expects JSON. */
    private static boolean wantsStream(HttpHeaders headers) {
        return headers.getAccept().stream()
                .anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
    }

    private static Refusal emptyBody() {
        return new Refusal(ProblemCode.MALFORMED_BODY, "The body is empty; send a JSON object.");
    }
}
