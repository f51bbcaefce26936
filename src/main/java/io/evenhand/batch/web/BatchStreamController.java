package io.evenhand.batch.web;

import io.evenhand.access.Caller;
import io.evenhand.batch.BatchDesk;
import io.evenhand.batch.upload.Formats;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a batch gives out as a stream: its progress, and its results. */
@RestController
@Tag(name = "Batches")
@ProblemResponses
class BatchStreamController {

    private final BatchDesk desk;
    private final BatchEvents events;
    private final Results results;
    private final ResultLines lines;

    BatchStreamController(BatchDesk desk, BatchEvents events, Results results, ResultLines lines) {
        this.desk = desk;
        this.events = events;
        this.results = results;
        this.lines = lines;
    }

    @GetMapping(path = "/v1/batches/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "getBatchEvents",
            summary = "The progress of a batch",
            description =
                    "A progress event with the batch whenever it has changed, at most one a"
                            + " second; the last one when it is completed or cancelled.")
    @ApiResponse(
            responseCode = "200",
            description = "Events",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> events(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.get(caller.tenant(), id)
                .map(
                        batch ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.TEXT_EVENT_STREAM)
                                        .body(events.of(batch)));
    }

    @GetMapping(path = "/v1/batches/{id}/results", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            operationId = "getBatchResults",
            summary = "The results of a batch, in the order of its lines",
            description =
                    "Gradings with their line and customId, and in their places the lines that"
                            + " were rejected, with an error. Accept: text/csv gives a table.")
    @ApiResponse(
            responseCode = "200",
            description = "A line of JSON for each line of the batch",
            content =
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<DataBuffer>>> ndjson(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return streamed(caller, id, MediaType.APPLICATION_NDJSON, lines);
    }

    @GetMapping(path = "/v1/batches/{id}/results", produces = Formats.CSV)
    @Operation(operationId = "getBatchResultsAsCsv", summary = "The results of a batch as a table")
    @ApiResponse(
            responseCode = "200",
            description = "A record for each line of the batch",
            content = @Content(mediaType = Formats.CSV, schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<DataBuffer>>> csv(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        MediaType csv = MediaType.parseMediaType(Formats.CSV + ";charset=UTF-8;header=present");
        return streamed(caller, id, csv, new ResultTable());
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> streamed(
            Caller caller, String id, MediaType type, ResultFormat format) {
        return desk.get(caller.tenant(), id)
                .map(
                        batch ->
                                ResponseEntity.ok()
                                        .contentType(type)
                                        .body(results.of(batch, Reader.ofApi(caller), format)));
    }
}
