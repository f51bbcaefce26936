package io.evenhand.authoring.web;

import io.evenhand.access.Caller;
import io.evenhand.authoring.draft.DraftDesk;
import io.evenhand.authoring.draft.StoredDraft;
import io.evenhand.authoring.lint.LintDesk;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.question.Entry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Drafts of rubrics: asked for, and where they came from. */
@RestController
@Tag(name = "Rubrics")
@ProblemResponses
class DraftController {

    private static final String PATH = "/v1/questions/{id}/rubric-drafts";

    private final DraftDesk desk;
    private final LintDesk lint;

    DraftController(DraftDesk desk, LintDesk lint) {
        this.desk = desk;
        this.lint = lint;
    }

    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "draftRubric",
            summary = "Have a rubric drafted",
            description =
                    "A language model drafts it from the latest version's text and model answers;"
                            + " without one it is made from the model answer's sentences, and"
                            + " origin.kind is RULE. It becomes the next version of the question,"
                            + " a DRAFT: nobody is graded by it until a person publishes it.")
    @ApiResponse(
            responseCode = "201",
            description = "The draft, with what lint finds in it",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = "ETag", schema = @Schema(type = "string"))
            },
            useReturnTypeSchema = true)
    Mono<ResponseEntity<NewDraftView>> draft(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.draft(caller, id)
                .flatMap(
                        stored ->
                                lint.seen(stored.version())
                                        .map(findings -> NewDraftView.of(stored, findings))
                                        .map(view -> created(stored, view)));
    }

    private static ResponseEntity<NewDraftView> created(StoredDraft stored, NewDraftView view) {
        Entry version = stored.version();
        return ResponseEntity.created(
                        URI.create(
                                "/v1/questions/" + version.id() + "?version=" + version.version()))
                .eTag("\"" + version.version() + "\"")
                .body(view);
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listRubricDrafts",
            summary = "Which versions of a question have a drafted rubric, and from where")
    @ApiResponse(responseCode = "200", description = "Newest first", useReturnTypeSchema = true)
    Mono<DraftListView> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.drafts(caller.tenant(), id)
                .map(drafts -> new DraftListView(drafts.stream().map(DraftView::of).toList()));
    }
}
