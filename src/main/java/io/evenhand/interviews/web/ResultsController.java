package io.evenhand.interviews.web;

import io.evenhand.access.Caller;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.interviews.result.Paper;
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
import org.springframework.http.ContentDisposition;
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
import tools.jackson.databind.json.JsonMapper;

/** All results of an interview as a file. */
@RestController
@Tag(name = "Interviews")
@ProblemResponses
class ResultsController {

    private final CandidateResults results;
    private final JsonMapper json;

    ResultsController(CandidateResults results, JsonMapper json) {
        this.results = results;
        this.json = json;
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
        FileFormat format = FileFormat.wanted(headers);
        return results.paper(caller.tenant(), id, Paging.version(version))
                .map(
                        paper ->
                                ResponseEntity.ok()
                                        .contentType(format.mediaType())
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                attachment(id + "." + format.ending()))
                                        .body(file(caller, paper, format)));
    }

    private Flux<DataBuffer> file(Caller caller, Paper paper, FileFormat format) {
        return ResultPages.of(
                (after, limit) -> results.page(caller.tenant(), paper, after, limit),
                () -> sheet(paper, format));
    }

    private SheetFormat sheet(Paper paper, FileFormat format) {
        return switch (format) {
            case JSON_FILE -> new JsonSheet(json, paper.interview());
            case CSV_FILE -> new CsvSheet(new Sheet(paper));
            case XLSX_FILE -> new XlsxSheet(new Sheet(paper));
        };
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
