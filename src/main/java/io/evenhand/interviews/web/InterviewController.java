package io.evenhand.interviews.web;

import io.evenhand.access.Caller;
import io.evenhand.interviews.Interview;
import io.evenhand.interviews.InterviewDesk;
import io.evenhand.platform.EntityTags;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Interviews: read and listed. */
@RestController
@Tag(name = "Interviews")
@ProblemResponses
class InterviewController {

    private final InterviewDesk desk;

    InterviewController(InterviewDesk desk) {
        this.desk = desk;
    }

    @GetMapping(path = "/v1/interviews/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getInterview",
            summary = "One interview, in its latest version or a named one")
    @ApiResponse(responseCode = "200", description = "The interview", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "304", description = "Unchanged", content = @Content)
    Mono<ResponseEntity<InterviewView>> get(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(schema = @Schema(type = "integer", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable String version,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return desk.get(caller.tenant(), id, Paging.version(version))
                .map(interview -> response(interview, headers));
    }

    private static ResponseEntity<InterviewView> response(
            Interview interview, HttpHeaders headers) {
        String tag = EntityTags.of(interview.version());
        return EntityTags.known(headers).matchWeakly(interview.version())
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(InterviewView.of(interview));
    }

    @GetMapping(path = "/v1/interviews", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listInterviews",
            summary = "The interviews, in the order of their ids")
    @ApiResponse(responseCode = "200", description = "A page", useReturnTypeSchema = true)
    Mono<ResponseEntity<InterviewPageView>> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @RequestParam(required = false)
                    @Nullable String limit) {
        Paging paging = Paging.read(cursor, limit);
        return desk.page(caller.tenant(), paging.after(), paging.oneMore())
                .map(
                        found -> {
                            List<Interview> items = found.stream().limit(paging.limit()).toList();
                            @Nullable String next =
                                    found.size() > items.size()
                                            ? Paging.cursor(items.getLast().id())
                                            : null;
                            return NextPage.response("/v1/interviews", paging, next)
                                    .body(
                                            new InterviewPageView(
                                                    items.stream().map(InterviewView::of).toList(),
                                                    next));
                        });
    }
}
