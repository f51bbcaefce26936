package io.evenhand.grading.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.Grading;
import io.evenhand.grading.review.Decision;
import io.evenhand.grading.work.Ledger;
import io.evenhand.grading.work.ReviewDesk;
import io.evenhand.platform.EntityTags;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /v1/gradings/{id}/review}: a person decides. */
@RestController
@Tag(name = "Gradings")
@ProblemResponses
class ReviewController {

    private final Ledger ledger;
    private final ReviewDesk desk;
    private final StrictJson json;
    private final GradingViews views;

    ReviewController(Ledger ledger, ReviewDesk desk, StrictJson json, GradingViews views) {
        this.ledger = ledger;
        this.desk = desk;
        this.json = json;
        this.views = views;
    }

    @PostMapping(
            path = "/v1/gradings/{id}/review",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ReviewOperation
    Mono<ResponseEntity<GradingView>> review(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) Mono<byte[]> body) {
        return ledger.get(caller.tenant(), id)
                .doOnNext(grading -> requireMatch(headers, grading))
                .doOnNext(ReviewController::requireGraded)
                .flatMap(grading -> read(body).map(bytes -> order(grading, bytes)))
                .flatMap(order -> desk.review(order.grading(), order.decision(), caller))
                .map(
                        grading ->
                                ResponseEntity.ok()
                                        .eTag(EntityTags.of(grading.version()))
                                        .body(views.of(caller, grading)));
    }

    /** The client says which state of the grading it means, and means this. */
    private static void requireMatch(HttpHeaders headers, Grading grading) {
        EntityTags tags =
                EntityTags.requiredToChange(
                        headers, "Send If-Match with the ETag of the grading as you read it.");
        if (!tags.match(grading.version())) {
            throw ReviewDesk.changed();
        }
    }

    private static void requireGraded(Grading grading) {
        if (!grading.status().allowsReview()) {
            throw ReviewDesk.notReviewable();
        }
    }

    private static Mono<byte[]> read(Mono<byte[]> body) {
        return body.switchIfEmpty(Mono.error(ReviewController::emptyBody));
    }

    private Order order(Grading grading, byte[] body) {
        Violations violations = new Violations();
        ReviewRequest request = json.read(body, ReviewRequest.class, violations);
        return new Order(grading, new DecisionReader(grading, request, violations).read());
    }

    private static Refusal emptyBody() {
        return new Refusal(ProblemCode.MALFORMED_BODY, "The body is empty; send a JSON object.");
    }

    private record Order(Grading grading, Decision decision) {}
}
