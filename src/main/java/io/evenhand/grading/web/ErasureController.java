package io.evenhand.grading.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.work.ErasureDesk;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Erases all that a candidate wrote. */
@RestController
@Tag(name = "Candidates")
@ProblemResponses
class ErasureController {

    private final ErasureDesk desk;

    ErasureController(ErasureDesk desk) {
        this.desk = desk;
    }

    @DeleteMapping("/v1/candidates/{ref}")
    @Operation(
            operationId = "eraseCandidate",
            summary = "Erase all that a candidate wrote",
            description =
                    "Answers, quotes, feedback, reasons, metadata and the candidate's reference are"
                            + " gone for good when it returns; whatever is being graded is"
                            + " cancelled. Gradings stay with status, points and history, and say"
                            + " that they are erased. To ask again does no harm.")
    @ApiResponse(
            responseCode = "204",
            description = "Nothing of theirs is left",
            content = @Content)
    Mono<ResponseEntity<Void>> erase(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String ref) {
        return erased(caller, ref);
    }

    @DeleteMapping("/v1/candidates")
    @Operation(
            operationId = "eraseCandidateByQuery",
            summary = "The same, for a reference that does not fit into a path",
            description = "As one with a slash in it.")
    @ApiResponse(
            responseCode = "204",
            description = "Nothing of theirs is left",
            content = @Content)
    Mono<ResponseEntity<Void>> eraseByQuery(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(required = true) @RequestParam(required = false)
                    @Nullable String candidateRef) {
        if (candidateRef == null || candidateRef.isEmpty()) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for each parameter to mend.",
                    List.of(Violation.of("candidateRef", "is missing")));
        }
        return erased(caller, candidateRef);
    }

    private Mono<ResponseEntity<Void>> erased(Caller caller, String ref) {
        return desk.candidate(caller.tenant(), ref, caller.name())
                .map(count -> ResponseEntity.noContent().build());
    }
}
