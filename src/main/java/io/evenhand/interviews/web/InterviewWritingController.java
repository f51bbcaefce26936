package io.evenhand.interviews.web;

import com.github.f4b6a3.ulid.UlidCreator;
import io.evenhand.access.Caller;
import io.evenhand.interviews.Interview;
import io.evenhand.interviews.InterviewDesk;
import io.evenhand.interviews.InterviewDocument;
import io.evenhand.platform.EntityTags;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Interviews: added, given new versions, deleted. */
@RestController
@Tag(name = "Interviews")
@ProblemResponses
class InterviewWritingController {

    private final InterviewDesk desk;
    private final StrictJson json;

    InterviewWritingController(InterviewDesk desk, StrictJson json) {
        this.desk = desk;
        this.json = json;
    }

    @PostMapping(
            path = "/v1/interviews",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addInterview",
            summary = "Add an interview",
            description =
                    "The id is a slug of your choice, or made here. Its questions are in the bank.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    InterviewDocument.class))))
    @ApiResponse(
            responseCode = "201",
            description = "Added, in version 1",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = "ETag", schema = @Schema(type = "string"))
            },
            useReturnTypeSchema = true)
    Mono<ResponseEntity<InterviewView>> add(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestBody(required = false) Mono<byte[]> body) {
        return required(body)
                .map(bytes -> interview(bytes, null))
                .flatMap(interview -> desk.add(caller.tenant(), interview))
                .map(
                        added ->
                                ResponseEntity.created(URI.create("/v1/interviews/" + added.id()))
                                        .eTag(EntityTags.of(added.version()))
                                        .body(InterviewView.of(added)));
    }

    @PutMapping(path = "/v1/interviews/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "renewInterview",
            summary = "Replace an interview by its next version",
            description = "Results are those of the latest version, unless one is named.",
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
                                                    @Schema(
                                                            implementation =
                                                                    InterviewDocument.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The new version",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    Mono<ResponseEntity<InterviewView>> renew(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) Mono<byte[]> body) {
        return desk.get(caller.tenant(), id, Optional.empty())
                .map(latest -> expected(headers, latest))
                .flatMap(
                        expected ->
                                required(body)
                                        .map(bytes -> interview(bytes, id))
                                        .flatMap(
                                                interview ->
                                                        desk.renew(
                                                                caller.tenant(),
                                                                interview,
                                                                expected)))
                .map(
                        interview ->
                                ResponseEntity.ok()
                                        .eTag(EntityTags.of(interview.version()))
                                        .body(InterviewView.of(interview)));
    }

    @DeleteMapping("/v1/interviews/{id}")
    @Operation(
            operationId = "deleteInterview",
            summary = "Delete an interview with all its versions",
            description = "Questions and gradings stay as they are. If-Match is heeded if given.")
    @ApiResponse(responseCode = "204", description = "Deleted", content = @Content)
    Mono<ResponseEntity<Void>> remove(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        IntPredicate expected =
                headers.containsHeader(HttpHeaders.IF_MATCH)
                        ? expected(headers)::match
                        : any -> true;
        return desk.remove(caller.tenant(), id, expected)
                .thenReturn(ResponseEntity.noContent().build());
    }

    /** A client that is out of date hears that before it hears what is wrong with its text. */
    private static IntPredicate expected(HttpHeaders headers, Interview latest) {
        EntityTags expected = expected(headers);
        if (!expected.match(latest.version())) {
            throw InterviewDesk.changed();
        }
        return expected::match;
    }

    private static EntityTags expected(HttpHeaders headers) {
        return EntityTags.requiredToChange(
                headers, "Send If-Match with the ETag of the version that yours comes after.");
    }

    /**
     * @param id of the address; null where the interview brings its own or gets one
     */
    private Interview interview(byte[] body, @Nullable String id) {
        Violations violations = new Violations();
        InterviewDocument document = json.read(body, InterviewDocument.class, violations);
        violations.require(
                id == null || document.id() == null || document.id().equals(id),
                "/id",
                "is not the id of the address");
        String known = id == null ? document.id() : id;
        Optional<Interview> interview =
                document.withId(known == null ? UlidCreator.getUlid().toLowerCase() : known)
                        .read("", violations);
        violations.refuseIfAny();
        return interview.orElseThrow();
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
