package io.evenhand.authoring.web;

import io.evenhand.access.Caller;
import io.evenhand.authoring.preview.ApplyDesk;
import io.evenhand.authoring.preview.PreviewDesk;
import io.evenhand.authoring.preview.PreviewSight;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Previews that are there already: read, applied, let go of. */
@RestController
@Tag(name = "Rubrics")
@ProblemResponses
class PreviewController {

    private static final String ONE = "/v1/regrade-previews/{id}";

    private final PreviewDesk desk;
    private final ApplyDesk applying;
    private final PreviewSight sight;

    PreviewController(PreviewDesk desk, ApplyDesk applying, PreviewSight sight) {
        this.desk = desk;
        this.applying = applying;
        this.sight = sight;
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getRegradePreview",
            summary = "Who moves, by how much, and across the pass mark")
    @ApiResponse(
            responseCode = "200",
            description = "The preview, as far as it is",
            useReturnTypeSchema = true)
    Mono<PreviewView> get(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.get(caller.tenant(), id)
                .flatMap(state -> sight.of(caller, state))
                .map(PreviewView::of);
    }

    @PostMapping(path = ONE + "/apply", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "applyRegradePreview",
            summary = "Make revisions of what the preview showed",
            description =
                    "A grading that has changed since, or that a person decided on, is left as it"
                            + " is. 409 unless the preview is COMPLETED and what it tried is the"
                            + " version in force. Asked again it changes nothing more.")
    @ApiResponse(
            responseCode = "200",
            description = "The preview; the status of each answer says what became of it",
            useReturnTypeSchema = true)
    Mono<PreviewView> apply(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return applying.apply(caller, id)
                .flatMap(state -> sight.of(caller, state))
                .map(PreviewView::of);
    }

    @DeleteMapping(ONE)
    @Operation(
            operationId = "deleteRegradePreview",
            summary = "Stop a preview and forget it",
            description = "What was applied stays.")
    @ApiResponse(responseCode = "204", description = "Gone", content = @Content)
    Mono<ResponseEntity<Void>> forget(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.forget(caller.tenant(), id).thenReturn(ResponseEntity.noContent().build());
    }
}
