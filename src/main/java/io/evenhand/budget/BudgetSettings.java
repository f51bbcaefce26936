package io.evenhand.budget;

import io.evenhand.platform.TenantId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What models may cost in a calendar month of UTC, in the currency of the prices.
 *
 * @param monthly of each tenant that has none of its own; unset means as much as they like, 0 that
 *     no model is asked
 */
@Validated
@ConfigurationProperties("evenhand.budget")
record BudgetSettings(
        @Nullable @PositiveOrZero(message = "cannot be below 0") BigDecimal monthly,
        @DefaultValue List<@Valid Own> tenants) {

    Optional<BigDecimal> of(TenantId tenant) {
        return tenants.stream()
                .filter(own -> own.tenant().equals(tenant.value()))
                .findFirst()
                .map(own -> Optional.ofNullable(own.monthly()))
                .orElse(Optional.ofNullable(monthly));
    }

    boolean limitsAnybody() {
        return monthly != null || tenants.stream().anyMatch(own -> own.monthly() != null);
    }

    @AssertTrue(message = "name each tenant once")
    boolean isUnambiguous() {
        return tenants.stream().map(Own::tenant).distinct().count() == tenants.size();
    }

    /**
     * A tenant's own budget.
     *
     * @param monthly unset means as much as it likes
     */
    record Own(
            @NotNull(message = "is missing") String tenant,
            @Nullable @PositiveOrZero(message = "cannot be below 0") BigDecimal monthly) {}
}
