package io.evenhand.authoring.web;

import io.evenhand.access.Caller;
import io.evenhand.authoring.preview.Estimates;
import io.evenhand.authoring.preview.Plan;
import io.evenhand.authoring.preview.Planner;
import io.evenhand.authoring.preview.PreviewDesk;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Previews of a changed rubric or prompt, estimated and begun. */
@RestController
@Tag(name = "Rubrics")
@ProblemResponses
class PreviewStartController {

    private final PreviewReader reader;
    private final Planner planner;
    private final Estimates estimates;
    private final PreviewDesk desk;

    PreviewStartController(
            PreviewReader reader, Planner planner, Estimates estimates, PreviewDesk desk) {
        this.reader = reader;
        this.planner = planner;
        this.estimates = estimates;
        this.desk = desk;
    }

    @PostMapping(
            path = "/v1/questions/{id}/regrade-preview",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @PreviewOperation
    Mono<ResponseEntity<Object>> preview(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(
                            description =
                                    "true says how many answers it would be and what they would"
                                            + " cost, and begins nothing",
                            schema = @Schema(type = "boolean", defaultValue = "false"))
                    @RequestParam(required = false)
                    @Nullable String estimate,
            @RequestBody(required = false) Mono<byte[]> body) {
        boolean estimated = Parameters.flag("estimate", estimate, false);
        return body.defaultIfEmpty("{}".getBytes(StandardCharsets.UTF_8))
                .map(reader::read)
                .flatMap(order -> planner.plan(caller.tenant(), id, order))
                .flatMap(plan -> estimated ? estimate(plan) : begin(caller, plan));
    }

    private Mono<ResponseEntity<Object>> estimate(Plan plan) {
        return estimates.of(plan).map(known -> ResponseEntity.ok(EstimateView.of(plan, known)));
    }

    private Mono<ResponseEntity<Object>> begin(Caller caller, Plan plan) {
        return desk.begin(caller, plan)
                .map(PreviewView::of)
                .map(
                        view ->
                                ResponseEntity.accepted()
                                        .location(URI.create("/v1/regrade-previews/" + view.id()))
                                        .header(HttpHeaders.RETRY_AFTER, "1")
                                        .body(view));
    }
}
