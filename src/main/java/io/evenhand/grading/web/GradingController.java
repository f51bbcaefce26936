package io.evenhand.grading.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.CancelReason;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.grading.unseen.Unseen;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.grading.work.Ledger;
import io.evenhand.platform.EntityTags;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gradings that are there already: read, graded again, cancelled. */
@RestController
@Tag(name = "Gradings")
@ProblemResponses
class GradingController {

    private static final String ONE = "/v1/gradings/{id}";

    private final Ledger ledger;
    private final GradingDesk desk;
    private final SubmissionReader submissions;
    private final GradingViews views;
    private final Unseen unseen;

    GradingController(
            Ledger ledger,
            GradingDesk desk,
            SubmissionReader submissions,
            GradingViews views,
            Unseen unseen) {
        this.ledger = ledger;
        this.desk = desk;
        this.views = views;
        this.unseen = unseen;
        this.submissions = submissions;
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getGrading",
            summary = "One grading, with its answer",
            description =
                    "With wait it returns when the grading is no longer open, or, with"
                            + " If-None-Match, when its ETag changes.")
    @ApiResponse(responseCode = "200", description = "The grading", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "304", description = "Unchanged", content = @Content)
    Mono<ResponseEntity<GradingView>> get(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(
                            description = "Seconds, at most 60",
                            schema = @Schema(type = "integer", minimum = "0", maximum = "60"))
                    @RequestParam(required = false)
                    @Nullable String wait,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        EntityTags known = EntityTags.known(headers);
        Duration patience = WaitParameter.read(wait);
        return find(caller, id)
                .flatMap(grading -> awaited(grading, known, patience))
                .map(
                        grading ->
                                known.matchWeakly(grading.version())
                                        ? notModified(grading)
                                        : ResponseEntity.ok()
                                                .eTag(EntityTags.of(grading.version()))
                                                .body(views.withAnswer(caller, grading)));
    }

    private Mono<Grading> awaited(Grading grading, EntityTags known, Duration patience) {
        boolean enough =
                known.isEmpty()
                        ? !grading.status().isOpen()
                        : !known.matchWeakly(grading.version());
        if (patience.isZero() || enough) {
            return Mono.just(grading);
        }
        return known.isEmpty()
                ? ledger.settled(grading.tenant(), grading.id(), patience)
                : ledger.changedFrom(grading.tenant(), grading.id(), grading.version(), patience);
    }

    private static ResponseEntity<GradingView> notModified(Grading grading) {
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                .eTag(EntityTags.of(grading.version()))
                .build();
    }

    @GetMapping(path = ONE + "/history", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getHistory", summary = "What happened to a grading, oldest first")
    @ApiResponse(responseCode = "200", description = "The history", useReturnTypeSchema = true)
    Mono<HistoryView> history(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return find(caller, id)
                .zipWhen(grading -> ledger.history(grading.tenant(), grading.id()))
                .map(both -> unseen.of(Reader.ofApi(caller), both.getT1(), both.getT2()))
                .map(HistoryView::of);
    }

    @PostMapping(path = ONE + "/regrade", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "regrade",
            summary = "Grade again with today's question and prompt",
            description = "The grade that is there stays until a new one is stored.")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted; come back to Location for the new grade",
            useReturnTypeSchema = true)
    Mono<ResponseEntity<GradingView>> regrade(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return find(caller, id)
                .doOnNext(GradingController::refuseRegrade)
                .flatMap(
                        grading ->
                                submissions
                                        .refreshed(caller.tenant(), grading.submission())
                                        .flatMap(s -> desk.regrade(grading, s, caller.name())))
                .switchIfEmpty(Mono.error(GradingController::changed))
                .map(
                        grading ->
                                ResponseEntity.accepted()
                                        .location(URI.create("/v1/gradings/" + grading.id()))
                                        .header(HttpHeaders.RETRY_AFTER, "1")
                                        .eTag(EntityTags.of(grading.version()))
                                        .body(views.of(caller, grading)));
    }

    private static void refuseRegrade(Grading grading) {
        if (grading.status() == GradingStatus.REVIEWED) {
            throw new Refusal(
                    ProblemCode.REVIEWED_IS_FINAL, "A person decided; no machine changes that.");
        }
        if (grading.isErased()) {
            throw new Refusal(
                    ProblemCode.CONFLICT, "Its answer was erased: there is nothing to grade.");
        }
        if (grading.status() == GradingStatus.CANCELLED || grading.status().isOpen()) {
            throw new Refusal(
                    ProblemCode.CONFLICT, "Only a grading that has been graded is graded again.");
        }
    }

    @DeleteMapping(ONE)
    @Operation(
            operationId = "cancelGrading",
            summary = "Cancel a grading that has no grade yet",
            description = "409 once it has been graded.")
    @ApiResponse(responseCode = "204", description = "Cancelled", content = @Content)
    Mono<ResponseEntity<Void>> cancel(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return find(caller, id)
                .flatMap(
                        grading ->
                                desk.cancel(
                                        caller.tenant(),
                                        grading.id(),
                                        CancelReason.ON_REQUEST,
                                        caller.name()))
                .switchIfEmpty(Mono.error(GradingController::tooLate))
                .map(cancelled -> ResponseEntity.noContent().build());
    }

    private static Refusal changed() {
        return new Refusal(ProblemCode.CONFLICT, "Its state has changed: read it again.");
    }

    private static Refusal tooLate() {
        return new Refusal(
                ProblemCode.CONFLICT,
                "Only what waits for its first grade is cancelled. DELETE /v1/candidates/{ref}"
                        + " erases what was graded.");
    }

    private Mono<Grading> find(Caller caller, String id) {
        return ledger.get(caller.tenant(), id);
    }
}
