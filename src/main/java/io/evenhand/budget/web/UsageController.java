package io.evenhand.budget.web;

import io.evenhand.access.Caller;
import io.evenhand.budget.Accounts;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What models have cost a tenant. */
@RestController
@Tag(name = "Usage")
@ProblemResponses
class UsageController {

    /** Years that everybody can read. */
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Accounts accounts;

    UsageController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping(path = "/v1/usage", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getUsage",
            summary = "What models have taken in a month",
            description =
                    "Tokens and cost of all calls whose result or failure was stored in the month,"
                            + " by UTC. For this month with its budget, if there is one, and what is"
                            + " left of it; what is in flight is not counted yet.")
    @ApiResponse(responseCode = "200", description = "The month", useReturnTypeSchema = true)
    Mono<MonthView> usage(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(
                            description = "Without it, this one",
                            example = "2026-11",
                            schema = @Schema(type = "string", pattern = "\\d{4}-\\d{2}"))
                    @RequestParam(required = false)
                    @Nullable String month) {
        YearMonth wanted = month == null ? accounts.month() : read(month);
        return accounts.spending(caller.tenant(), wanted)
                .map(
                        spending ->
                                MonthView.of(
                                        wanted,
                                        spending,
                                        budget(caller.tenant(), wanted),
                                        accounts.currency()));
    }

    private Optional<BigDecimal> budget(TenantId tenant, YearMonth month) {
        return month.equals(accounts.month()) ? accounts.budget(tenant) : Optional.empty();
    }

    private static YearMonth read(String month) {
        try {
            if (MONTH.matcher(month).matches()) {
                return YearMonth.parse(month);
            }
        } catch (DateTimeException e) {
            // a thirteenth month is as wrong as no month
        }
        throw new Refusal(
                ProblemCode.INVALID_PARAMETER,
                "See errors for the parameter to mend.",
                List.of(Violation.of("month", "is no month, as in 2026-11")));
    }
}
