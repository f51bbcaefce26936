package io.evenhand.authoring.web;

import io.evenhand.access.Caller;
import io.evenhand.authoring.lint.LintDesk;
import io.evenhand.authoring.lint.Subject;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import io.evenhand.question.Question;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Rubrics, looked at for what should be mended. */
@RestController
@Tag(name = "Rubrics")
@ProblemResponses
class LintController {

    private static final String TRIALS =
            "Whether to grade the model answers and a blank one; false asks no model and costs"
                    + " nothing";

    private final LintDesk desk;
    private final StrictJson json;

    LintController(LintDesk desk, StrictJson json) {
        this.desk = desk;
        this.json = json;
    }

    @PostMapping(path = "/v1/questions/{id}/lint", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "lintQuestion",
            summary = "What should be mended in the rubric of a question",
            description =
                    "Looks at the latest version or a named one. The model answers are graded by the"
                            + " rubric and must get full marks, a blank answer must get nothing.")
    @ApiResponse(responseCode = "200", description = "The findings", useReturnTypeSchema = true)
    Mono<LintView> lint(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(schema = @Schema(type = "integer", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable String version,
            @Parameter(
                            description = TRIALS,
                            schema = @Schema(type = "boolean", defaultValue = "true"))
                    @RequestParam(required = false)
                    @Nullable String trials) {
        return desk.stored(
                        caller.tenant(),
                        id,
                        Parameters.version(version),
                        Parameters.flag("trials", trials, true))
                .map(LintView::of);
    }

    @PostMapping(
            path = "/v1/rubrics/lint",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "lintRubric",
            summary = "What should be mended in a rubric that is in no bank",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(schema = @Schema(implementation = LintRequest.class))))
    @ApiResponse(responseCode = "200", description = "The findings", useReturnTypeSchema = true)
    Mono<LintView> lintInline(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(
                            description = TRIALS,
                            schema = @Schema(type = "boolean", defaultValue = "true"))
                    @RequestParam(required = false)
                    @Nullable String trials,
            @RequestBody(required = false) Mono<byte[]> body) {
        boolean tried = Parameters.flag("trials", trials, true);
        return Bodies.required(body)
                .map(this::subject)
                .flatMap(subject -> desk.look(caller.tenant(), subject, tried))
                .map(LintView::of);
    }

    private Subject subject(byte[] body) {
        Violations violations = new Violations();
        LintRequest request = json.read(body, LintRequest.class, violations);
        violations.require(request.question() != null, "/question", "is missing");
        Optional<Question> question =
                Optional.ofNullable(request.question())
                        .flatMap(document -> document.read("/question", violations));
        violations.refuseIfAny();
        Question known = question.orElseThrow();
        boolean said = request.question() != null && request.question().points() != null;
        return new Subject(
                known,
                known.gradedBy(),
                Optional.of(known.points()).filter(points -> said),
                Optional.ofNullable(request.language()));
    }
}
