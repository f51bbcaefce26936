package io.evenhand.access.audit;

import com.github.f4b6a3.ulid.Ulid;
import io.evenhand.access.Caller;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The export of who saw and did what. */
@RestController
@Tag(name = "Audit")
@ProblemResponses
class TrailController {

    private static final int MOST = 5000;

    private final AuditDesk desk;
    private final JsonMapper json;

    TrailController(AuditDesk desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    @GetMapping(path = "/v1/audit", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            operationId = "exportAudit",
            summary = "Who saw and did what, oldest first",
            description =
                    "At most 5000 entries a call; the id of the last one is the cursor for those"
                            + " after it. What is younger than five seconds comes with a later call.")
    @ApiResponse(
            responseCode = "200",
            description = "A line of JSON for each entry, none if nothing came since",
            content =
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")))
    Mono<ResponseEntity<byte[]>> export(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String cursor) {
        if (!cursor.isEmpty() && !Ulid.isValid(cursor)) {
            return Mono.error(
                    new Refusal(
                            ProblemCode.INVALID_PARAMETER,
                            "See errors for the parameter to mend.",
                            List.of(Violation.of("cursor", "is not the id of an entry"))));
        }
        return desk.page(caller, cursor, MOST)
                .map(
                        page ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.APPLICATION_NDJSON)
                                        .body(lines(page)));
    }

    private byte[] lines(List<AccessEvent> page) {
        return page.stream()
                .map(event -> json.writeValueAsString(AuditView.of(event)) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
