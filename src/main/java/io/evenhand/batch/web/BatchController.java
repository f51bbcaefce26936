package io.evenhand.batch.web;

import io.evenhand.access.Caller;
import io.evenhand.batch.BatchDesk;
import io.evenhand.batch.Cancelling;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Batches that are there already: looked at, cancelled, told to go on. */
@RestController
@Tag(name = "Batches")
@ProblemResponses
class BatchController {

    private static final String ONE = "/v1/batches/{id}";

    private final BatchDesk desk;
    private final Cancelling cancelling;
    private final BatchViews views;

    BatchController(BatchDesk desk, Cancelling cancelling, BatchViews views) {
        this.desk = desk;
        this.cancelling = cancelling;
        this.views = views;
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getBatch", summary = "How a batch stands")
    @ApiResponse(responseCode = "200", description = "The batch", useReturnTypeSchema = true)
    Mono<BatchView> get(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.get(caller.tenant(), id).flatMap(views::of);
    }

    @PostMapping(path = ONE + "/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "resumeBatch",
            summary = "Go on after the pilot",
            description = "409 unless the batch is PAUSED.")
    @ApiResponse(responseCode = "202", description = "It goes on", useReturnTypeSchema = true)
    Mono<ResponseEntity<BatchView>> resume(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.get(caller.tenant(), id)
                .flatMap(desk::resume)
                .flatMap(views::of)
                .map(view -> ResponseEntity.accepted().body(view));
    }

    @DeleteMapping(ONE)
    @Operation(
            operationId = "cancelBatch",
            summary = "Cancel what is open of a batch",
            description = "What has a grade keeps it. 409 once the batch is completed.")
    @ApiResponse(responseCode = "204", description = "Cancelled", content = @Content)
    Mono<ResponseEntity<Void>> cancel(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return cancelling
                .cancel(caller.tenant(), id)
                .thenReturn(ResponseEntity.noContent().build());
    }
}
