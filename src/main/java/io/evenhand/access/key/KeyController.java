package io.evenhand.access.key;

import io.evenhand.access.Caller;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** API keys that are made here. */
@RestController
@Tag(name = "Keys")
@ProblemResponses
class KeyController {

    private static final String ALL = "/v1/keys";
    private static final String ONE = ALL + "/{id}";
    private static final byte[] NOTHING = {};

    private final KeyDesk desk;
    private final KeyReader reader;

    KeyController(KeyDesk desk, KeyReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    @PostMapping(
            path = ALL,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @CreateKeyOperation
    Mono<ResponseEntity<KeyView>> create(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestBody(required = false) Mono<byte[]> body) {
        KeySecret secret = KeySecret.make();
        return body.switchIfEmpty(Mono.error(KeyController::emptyBody))
                .map(reader::key)
                .flatMap(wanted -> desk.add(caller, wanted, secret))
                .map(
                        key ->
                                ResponseEntity.created(URI.create(ALL + "/" + key.id()))
                                        .body(KeyView.with(secret, key)));
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listKeys",
            summary = "All keys that were made here, oldest first, revoked ones among them")
    @ApiResponse(responseCode = "200", description = "The keys", useReturnTypeSchema = true)
    Mono<KeyListView> list(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
        return desk.all(caller).map(all -> new KeyListView(all.stream().map(KeyView::of).toList()));
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getKey", summary = "One key, without its secret")
    @ApiResponse(responseCode = "200", description = "The key", useReturnTypeSchema = true)
    Mono<KeyView> get(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.get(caller, id).map(KeyView::of);
    }

    @DeleteMapping(ONE)
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "It is dead on all instances within five seconds.")
    @ApiResponse(responseCode = "204", description = "Revoked", content = @Content)
    Mono<ResponseEntity<Void>> revoke(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return desk.revoke(caller, id).map(key -> ResponseEntity.noContent().build());
    }

    @PostMapping(path = ONE + "/rotate", produces = MediaType.APPLICATION_JSON_VALUE)
    @RotateKeyOperation
    Mono<KeyView> rotate(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) Mono<byte[]> body) {
        KeySecret secret = KeySecret.make();
        return body.defaultIfEmpty(NOTHING)
                .map(reader::overlap)
                .flatMap(overlap -> desk.rotate(caller, id, secret, overlap))
                .map(key -> KeyView.with(secret, key));
    }

    private static Refusal emptyBody() {
        return new Refusal(ProblemCode.MALFORMED_BODY, "Send a key as a JSON object.");
    }
}
