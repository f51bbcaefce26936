package io.evenhand.delivery.web;

import io.evenhand.access.Caller;
import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.secret.NewSecret;
import io.evenhand.platform.EntityTags;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Endpoints that events are sent to. */
@RestController
@Tag(name = "Webhooks")
@ProblemResponses
class WebhookController {

    private static final String ALL = "/v1/webhooks";
    private static final String ONE = ALL + "/{id}";

    private final EndpointDesk desk;
    private final EndpointReader reader;

    WebhookController(EndpointDesk desk, EndpointReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    @PostMapping(
            path = ALL,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @CreateEndpointOperation
    Mono<ResponseEntity<EndpointView>> create(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestBody(required = false) Mono<byte[]> body) {
        NewSecret secret = NewSecret.make();
        return body.switchIfEmpty(Mono.error(WebhookController::emptyBody))
                .flatMap(reader::whole)
                .flatMap(wanted -> desk.add(caller.tenant(), wanted, secret))
                .map(
                        endpoint ->
                                ResponseEntity.created(URI.create(ALL + "/" + endpoint.id()))
                                        .eTag(EntityTags.of(endpoint.version()))
                                        .body(EndpointView.with(secret, endpoint)));
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listWebhooks", summary = "All endpoints, oldest first")
    @ApiResponse(responseCode = "200", description = "The endpoints", useReturnTypeSchema = true)
    Mono<EndpointListView> list(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
        return desk.all(caller.tenant())
                .map(all -> new EndpointListView(all.stream().map(EndpointView::of).toList()));
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getWebhook", summary = "One endpoint, without its secret")
    @ApiResponse(responseCode = "200", description = "The endpoint", useReturnTypeSchema = true)
    Mono<ResponseEntity<EndpointView>> get(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.get(caller.tenant(), id).map(WebhookController::shown);
    }

    @PatchMapping(
            path = ONE,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ChangeEndpointOperation
    Mono<ResponseEntity<EndpointView>> change(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) Mono<byte[]> body) {
        EntityTags tags = EntityTags.toChange(headers);
        return desk.get(caller.tenant(), id)
                .flatMap(
                        endpoint ->
                                body.switchIfEmpty(Mono.error(WebhookController::emptyBody))
                                        .flatMap(reader::part)
                                        .flatMap(wanted -> desk.change(endpoint, tags, wanted::of)))
                .map(WebhookController::shown);
    }

    @DeleteMapping(ONE)
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete an endpoint, what waits for it, and its log")
    @ApiResponse(responseCode = "204", description = "Deleted", content = @Content)
    Mono<ResponseEntity<Void>> delete(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.get(caller.tenant(), id)
                .flatMap(desk::remove)
                .map(removed -> ResponseEntity.noContent().build());
    }

    @PostMapping(path = ONE + "/rotate-secret", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new secret",
            description =
                    "The new one is shown this once. For 24 hours events are signed with both.")
    @ApiResponse(
            responseCode = "200",
            description = "The endpoint with its new secret",
            useReturnTypeSchema = true)
    Mono<ResponseEntity<EndpointView>> rotate(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        NewSecret secret = NewSecret.make();
        EntityTags tags = EntityTags.toChange(headers);
        return desk.get(caller.tenant(), id)
                .flatMap(endpoint -> desk.rotate(endpoint, tags, secret))
                .map(
                        endpoint ->
                                ResponseEntity.ok()
                                        .eTag(EntityTags.of(endpoint.version()))
                                        .body(EndpointView.with(secret, endpoint)));
    }

    private static ResponseEntity<EndpointView> shown(Endpoint endpoint) {
        return ResponseEntity.ok()
                .eTag(EntityTags.of(endpoint.version()))
                .body(EndpointView.of(endpoint));
    }

    private static Refusal emptyBody() {
        return new Refusal(ProblemCode.MALFORMED_BODY, "The body is empty; send a JSON object.");
    }
}
