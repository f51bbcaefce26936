package io.evenhand.grading.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.audit.Auditor;
import io.evenhand.grading.audit.Seal;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Violation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Verifies a tenant's audit, and hands out its seals. */
@RestController
@Tag(name = "Audit")
@ProblemResponses
class AuditController {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    private final Auditor auditor;

    AuditController(Auditor auditor) {
        this.auditor = auditor;
    }

    @GetMapping(path = "/v1/audit/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "verifyAudit",
            summary = "Whether every history and every seal is as it was written",
            description =
                    "Reads all of them, which takes a while where there are many. With seal, the"
                            + " hash of a seal that was kept elsewhere, it must be among those that"
                            + " are there.")
    @ApiResponse(
            responseCode = "200",
            description = "What was found; whole is false where anything differs",
            useReturnTypeSchema = true)
    Mono<VerificationView> verification(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String seal) {
        return auditor.verify(caller.tenant(), Optional.ofNullable(seal).map(AuditController::hash))
                .map(VerificationView::of);
    }

    @GetMapping(path = "/v1/audit/seals", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listSeals",
            summary = "The seals of the audit, newest first",
            description =
                    "Keep the hash of the newest one where nobody who can write to the database"
                            + " can: nothing of before can be changed then without its showing.")
    @ApiResponse(responseCode = "200", description = "A page", useReturnTypeSchema = true)
    Mono<SealPageView> seals(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @RequestParam(required = false)
                    @Nullable String limit) {
        int before = number("cursor", cursor, Integer.MAX_VALUE);
        int most = Math.min(MOST, number("limit", limit, DEFAULT));
        return auditor.seals(caller.tenant(), before, most + 1).map(found -> page(found, most));
    }

    private static SealPageView page(List<Seal> found, int most) {
        List<SealView> items = found.stream().limit(most).map(SealView::of).toList();
        return new SealPageView(
                items, found.size() > most ? Integer.toString(items.getLast().number()) : null);
    }

    private static int number(String parameter, @Nullable String text, int otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("0*[1-9]\\d{0,8}")) {
            throw invalid(Violation.of(parameter, "is no number from 1 up"));
        }
        return Integer.parseInt(text);
    }

    private static Sha256 hash(String text) {
        try {
            return new Sha256(text);
        } catch (IllegalArgumentException e) {
            throw invalid(Violation.of("seal", "is no hash of a seal"));
        }
    }

    private static Refusal invalid(Violation violation) {
        return new Refusal(
                ProblemCode.INVALID_PARAMETER,
                "See errors for each parameter to mend.",
                List.of(violation));
    }
}
