package io.evenhand.candidate.web;

import io.evenhand.access.Caller;
import io.evenhand.candidate.link.Target;
import io.evenhand.grading.work.Ledger;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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

/** Links by which whoever answered sees one grading. */
@RestController
@Tag(name = "Candidates")
@ProblemResponses
class GradingLinkController {

    private static final String ALL = "/v1/gradings/{id}/candidate-links";

    private final Links links;
    private final Ledger ledger;

    GradingLinkController(Links links, Ledger ledger) {
        this.links = links;
        this.ledger = ledger;
    }

    @PostMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createCandidateLink",
            summary = "Make a link to the candidate's page of one grading",
            description =
                    "The page shows feedback and, if the tenant's settings allow, the score, and takes"
                            + " an appeal; never the model answer or the rubric. Nobody signs in"
                            + " there: send the link to nobody but the candidate.",
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
            @Parameter(hidden = true) ServerHttpRequest request,
            @org.springframework.web.bind.annotation.RequestBody(required = false)
                    Mono<byte[]> body) {
        return links.make(caller, target(caller, id), body, request)
                .map(
                        view ->
                                ResponseEntity.created(
                                                URI.create(
                                                        "/v1/gradings/"
                                                                + id
                                                                + "/candidate-links/"
                                                                + view.id()))
                                        .body(view));
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listCandidateLinks",
            summary = "The links to one grading, oldest first, those that are over among them")
    @ApiResponse(responseCode = "200", description = "The links", useReturnTypeSchema = true)
    Mono<LinkListView> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) ServerHttpRequest request) {
        return links.all(caller, target(caller, id), request);
    }

    @DeleteMapping(ALL + "/{link}")
    @Operation(operationId = "revokeCandidateLink", summary = "End a link to one grading at once")
    @ApiResponse(responseCode = "204", description = "Revoked", content = @Content)
    Mono<ResponseEntity<Void>> revoke(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String link) {
        return links.revoke(caller, target(caller, id), link);
    }

    private Mono<Target> target(Caller caller, String id) {
        return ledger.get(caller.tenant(), id).map(grading -> new Target.OneGrading(grading.id()));
    }
}
