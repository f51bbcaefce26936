package io.evenhand.interviews.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All results of an interview as a file. */
@RestController
@Tag(name = "Interviews")
@ProblemResponses
class ResultsController {

    private final ResultFiles files;

    ResultsController(ResultFiles files) {
        this.files = files;
    }

    @GetMapping(
            path = "/v1/interviews/{id}/results",
            produces = {MediaType.APPLICATION_JSON_VALUE, FileFormat.CSV, FileFormat.XLSX})
    @Operation(
            operationId = "exportResults",
            summary = "The results of all candidates of an interview, as a file",
            description =
                    "By Accept: JSON, or a table as CSV or XLSX with a row for each candidate. A text"
                            + " that a spreadsheet would take for a formula begins with an"
                            + " apostrophe.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array =
                                @ArraySchema(
                                        schema = @Schema(implementation = CandidateView.class))),
                @Content(mediaType = FileFormat.CSV, schema = @Schema(type = "string")),
                @Content(
                        mediaType = FileFormat.XLSX,
                        schema = @Schema(type = "string", format = "binary"))
            })
    Mono<ResponseEntity<Flux<DataBuffer>>> giveOut(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(schema = @Schema(type = "integer", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable String version,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return files.of(
                caller.tenant(),
                Reader.ofApi(caller),
                id,
                Paging.version(version),
                FileFormat.wanted(headers));
    }
}
