package io.evenhand.interviews.web;

import io.evenhand.access.Caller;
import io.evenhand.interviews.InterviewDesk;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Violation;
import io.evenhand.question.ImportReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Interviews that come with the service. */
@RestController
@Tag(name = "Interviews")
@ProblemResponses
class InterviewImportController {

    private final InterviewDesk desk;

    InterviewImportController(InterviewDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/v1/interviews/import", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "importInterviews",
            summary = "Take in the interviews of a bank that comes with the service",
            description =
                    "All or none: their questions have to be in the bank, so import those first."
                            + " Those that say something else than their latest version get a new"
                            + " one.")
    @ApiResponse(
            responseCode = "200",
            description = "What became of the interviews",
            useReturnTypeSchema = true)
    Mono<ImportReport> takeIn(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(description = "ai-engineer", required = true) @RequestParam(required = false)
                    @Nullable String source) {
        return desk.takeIn(caller.tenant(), source == null ? "" : source)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        Paging.refusal(
                                                List.of(
                                                        Violation.of(
                                                                "source",
                                                                "is no bank that comes with the"
                                                                        + " service")))));
    }
}
