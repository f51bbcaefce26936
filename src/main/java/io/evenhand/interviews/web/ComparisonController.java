package io.evenhand.interviews.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.interviews.result.Paper;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Candidates side by side. */
@RestController
@Tag(name = "Interviews")
@ProblemResponses
class ComparisonController {

    private static final int MOST = 20;
    private static final String CANDIDATE = "candidate";

    private final CandidateResults results;

    ComparisonController(CandidateResults results) {
        this.results = results;
    }

    @GetMapping(
            path = "/v1/interviews/{id}/comparison",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "compareCandidates",
            summary = "Candidates of an interview side by side",
            parameters = {
                @Parameter(
                        name = CANDIDATE,
                        in = ParameterIn.QUERY,
                        required = true,
                        description = "A candidateRef; once for each, at most 20",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(
                        name = "version",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer", minimum = "1"))
            })
    @ApiResponse(responseCode = "200", description = "The comparison", useReturnTypeSchema = true)
    Mono<ComparisonView> compare(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        @Nullable String version = parameters.getFirst("version");
        return results.paper(caller.tenant(), id, Paging.version(version))
                .flatMap(
                        paper -> {
                            List<String> refs = candidates(parameters);
                            return results.of(caller.tenant(), paper, Reader.ofApi(caller), refs)
                                    .map(found -> view(paper, refs, found));
                        });
    }

    private static List<String> candidates(MultiValueMap<String, String> parameters) {
        List<String> refs = parameters.getOrDefault(CANDIDATE, List.of());
        if (refs.isEmpty() || refs.size() > MOST) {
            throw wrong("is given once for each candidate, 1 to " + MOST + " times");
        }
        if (new HashSet<>(refs).size() < refs.size()) {
            throw wrong("names somebody twice");
        }
        return refs;
    }

    private static Refusal wrong(String message) {
        return Paging.refusal(List.of(Violation.of(CANDIDATE, message)));
    }

    private static ComparisonView view(
            Paper paper, List<String> refs, List<CandidateResult> found) {
        Set<String> known =
                found.stream().map(CandidateResult::candidate).collect(Collectors.toSet());
        List<Violation> unknown =
                IntStream.range(0, refs.size())
                        .filter(n -> !known.contains(refs.get(n)))
                        .mapToObj(
                                n ->
                                        Violation.of(
                                                CANDIDATE,
                                                "number %d has answered none of the questions"
                                                        .formatted(n + 1)))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    ProblemCode.NOT_FOUND, "See errors for who is not known here.", unknown);
        }
        return ComparisonView.of(paper, found);
    }
}
