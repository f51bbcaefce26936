package io.evenhand.candidate.web;

import io.evenhand.access.Caller;
import io.evenhand.candidate.link.Target;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Links by which a candidate sees all of their own answers in an interview. */
@RestController
@Tag(name = "Candidates")
@ProblemResponses
class InterviewLinkController {

    private static final String ALL = "/v1/interviews/{id}/candidates/{ref}/candidate-links";

    private final Links links;
    private final CandidateResults results;

    InterviewLinkController(Links links, CandidateResults results) {
        this.links = links;
        this.results = results;
    }

    @PostMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createInterviewCandidateLink",
            summary = "Make a link to a candidate's page of an interview",
            description =
                    "As of one grading, with all answers of that candidate and, if the tenant's"
                            + " settings allow, the level that was reached.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = LinkRequest.class))))
    @ApiResponse(responseCode = "201", description = "The link", useReturnTypeSchema = true)
    Mono<ResponseEntity<LinkView>> create(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String ref,
            @Parameter(hidden = true) ServerHttpRequest request,
            @org.springframework.web.bind.annotation.RequestBody(required = false)
                    Mono<byte[]> body) {
        return links.make(caller, target(caller, id, ref), body, request)
                .map(link -> ResponseEntity.status(HttpStatus.CREATED).body(link));
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listInterviewCandidateLinks",
            summary = "The links to a candidate's page of an interview, oldest first")
    @ApiResponse(responseCode = "200", description = "The links", useReturnTypeSchema = true)
    Mono<LinkListView> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String ref,
            @Parameter(hidden = true) ServerHttpRequest request) {
        return links.all(caller, target(caller, id, ref), request);
    }

    @DeleteMapping(ALL + "/{link}")
    @Operation(
            operationId = "revokeInterviewCandidateLink",
            summary = "End a link to a candidate's page of an interview at once")
    @ApiResponse(responseCode = "204", description = "Revoked", content = @Content)
    Mono<ResponseEntity<Void>> revoke(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String ref,
            @PathVariable String link) {
        return links.revoke(caller, target(caller, id, ref), link);
    }

    /** Whoever answered at least one of its questions. */
    private Mono<Target> target(Caller caller, String id, String ref) {
        return results.paper(caller.tenant(), id, Optional.empty())
                .flatMap(paper -> results.of(caller.tenant(), paper, Reader.NONE, List.of(ref)))
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                ProblemCode.NOT_FOUND,
                                                "No question of this interview has an answer of"
                                                        + " such a candidate.")))
                .map(found -> new Target.WholeInterview(id, found.getFirst().candidate()));
    }
}
