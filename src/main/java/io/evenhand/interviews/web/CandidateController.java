package io.evenhand.interviews.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.interviews.result.Paper;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What candidates have of an interview: all of them in short, one of them in full. */
@RestController
@Tag(name = "Interviews")
@ProblemResponses
class CandidateController {

    private final CandidateResults results;

    CandidateController(CandidateResults results) {
        this.results = results;
    }

    @GetMapping(
            path = "/v1/interviews/{id}/candidates",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listCandidates",
            summary = "The candidates of an interview, with their totals",
            description =
                    "Everybody whose candidateRef stands in a grading of one of its questions, in"
                            + " the order of these references.")
    @ApiResponse(responseCode = "200", description = "A page", useReturnTypeSchema = true)
    Mono<ResponseEntity<SummaryPageView>> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(schema = @Schema(type = "integer", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable String version,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @RequestParam(required = false)
                    @Nullable String limit) {
        Paging paging = Paging.read(cursor, limit);
        String path =
                "/v1/interviews/"
                        + id
                        + "/candidates"
                        + (version == null ? "" : "?version=" + version);
        return results.paper(caller.tenant(), id, Paging.version(version))
                .flatMap(
                        paper ->
                                results.page(
                                        caller.tenant(),
                                        paper,
                                        Reader.ofApi(caller),
                                        paging.after(),
                                        paging.oneMore()))
                .map(found -> page(path, paging, found));
    }

    private static ResponseEntity<SummaryPageView> page(
            String path, Paging paging, List<CandidateResult> found) {
        List<SummaryView> items =
                found.stream().limit(paging.limit()).map(SummaryView::of).toList();
        @Nullable String next =
                found.size() > items.size() ? Paging.cursor(items.getLast().candidateRef()) : null;
        return NextPage.response(path, paging, next).body(new SummaryPageView(items, next));
    }

    @GetMapping(
            path = "/v1/interviews/{id}/candidates/{ref}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getCandidate",
            summary = "What one candidate's gradings come to over an interview",
            description =
                    "By question, skill and level, with what somebody should look at and what is"
                            + " still to come. A reference with a slash in it does not fit into a"
                            + " path: the comparison takes it.")
    @ApiResponse(responseCode = "200", description = "The result", useReturnTypeSchema = true)
    Mono<CandidateView> get(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String ref,
            @Parameter(schema = @Schema(type = "integer", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable String version) {
        return results.paper(caller.tenant(), id, Paging.version(version))
                .flatMap(
                        paper ->
                                results.of(
                                                caller.tenant(),
                                                paper,
                                                Reader.ofApi(caller),
                                                List.of(ref))
                                        .map(found -> view(paper, found)));
    }

    private static CandidateView view(Paper paper, List<CandidateResult> found) {
        return found.stream()
                .findFirst()
                .map(result -> CandidateView.of(paper.interview(), result))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ProblemCode.NOT_FOUND,
                                        "No question of this interview has an answer of such a"
                                                + " candidate."));
    }
}
