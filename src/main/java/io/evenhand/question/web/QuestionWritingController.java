package io.evenhand.question.web;

import com.github.f4b6a3.ulid.UlidCreator;
import io.evenhand.access.Caller;
import io.evenhand.platform.EntityTags;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import io.evenhand.question.Bank;
import io.evenhand.question.Entry;
import io.evenhand.question.EntryDocument;
import io.evenhand.question.QuestionStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Questions of the bank: added, and given new versions. */
@RestController
@Tag(name = "Questions")
@ProblemResponses
class QuestionWritingController {

    private final Bank bank;
    private final StrictJson json;

    QuestionWritingController(Bank bank, StrictJson json) {
        this.bank = bank;
        this.json = json;
    }

    @PostMapping(
            path = "/v1/questions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addQuestion",
            summary = "Add a question",
            description =
                    "The id is a slug of your choice, or made here. A draft unless status says"
                            + " otherwise.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = EntryDocument.class))))
    @ApiResponse(
            responseCode = "201",
            description = "Added, in version 1",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = "ETag", schema = @Schema(type = "string"))
            },
            useReturnTypeSchema = true)
    Mono<ResponseEntity<QuestionView>> add(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestBody(required = false) Mono<byte[]> body) {
        return required(body)
                .map(bytes -> entry(bytes, null))
                .flatMap(entry -> bank.add(caller.tenant(), entry))
                .map(
                        entry ->
                                ResponseEntity.created(URI.create("/v1/questions/" + entry.id()))
                                        .eTag(EntityTags.of(entry.version()))
                                        .body(QuestionView.of(entry)));
    }

    @PutMapping(path = "/v1/questions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "renewQuestion",
            summary = "Make the next version of a question",
            description =
                    "The body is the whole question. What was graded stays with the version that it"
                            + " was graded by.",
            parameters =
                    @Parameter(
                            name = "If-Match",
                            in = ParameterIn.HEADER,
                            required = true,
                            description = "The ETag of the latest version",
                            schema = @Schema(type = "string")),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(implementation = EntryDocument.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The new version",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    Mono<ResponseEntity<QuestionView>> renew(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) Mono<byte[]> body) {
        return bank.latest(caller.tenant(), id)
                .map(latest -> expected(headers, latest))
                .flatMap(
                        expected ->
                                required(body)
                                        .map(bytes -> entry(bytes, id))
                                        .flatMap(
                                                entry ->
                                                        bank.renew(
                                                                caller.tenant(), entry, expected)))
                .map(
                        entry ->
                                ResponseEntity.ok()
                                        .eTag(EntityTags.of(entry.version()))
                                        .body(QuestionView.of(entry)));
    }

    /** A client that is out of date hears that before it hears what is wrong with its text. */
    private static IntPredicate expected(HttpHeaders headers, Entry latest) {
        EntityTags expected =
                EntityTags.requiredToChange(
                        headers,
                        "Send If-Match with the ETag of the version that yours comes after.");
        if (!expected.match(latest.version())) {
            throw Bank.changed();
        }
        return expected::match;
    }

    /**
     * @param id of the address; null where the question brings its own or gets one
     */
    private Entry entry(byte[] body, @Nullable String id) {
        Violations violations = new Violations();
        EntryDocument document = json.read(body, EntryDocument.class, violations);
        violations.require(
                id == null || document.id() == null || document.id().equals(id),
                "/id",
                "is not the id of the address");
        String known = id == null ? document.id() : id;
        Optional<Entry> entry =
                document.withId(known == null ? newId() : known)
                        .read(QuestionStatus.DRAFT, violations);
        violations.refuseIfAny();
        return entry.orElseThrow();
    }

    private static String newId() {
        return UlidCreator.getUlid().toLowerCase();
    }

    private static Mono<byte[]> required(Mono<byte[]> body) {
        return body.switchIfEmpty(
                Mono.error(
                        () ->
                                new Refusal(
                                        ProblemCode.MALFORMED_BODY,
                                        "The body is empty; send a JSON object.")));
    }
}
