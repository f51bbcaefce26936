package io.evenhand.grading.retention;

import io.evenhand.grading.TextLife;
import io.evenhand.platform.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a tenant's texts are kept.
 *
 * @param retention by tenant, for how long after it came in an answer is kept, and what was written
 *     about it, at least an hour; for ever unless given
 */
@Validated
@ConfigurationProperties("evenhand.grading")
record RetentionSettings(@DefaultValue Map<String, @DurationMin(hours = 1) Duration> retention)
        implements TextLife {

    RetentionSettings {
        retention = Map.copyOf(retention);
    }

    @Override
    public Optional<Duration> of(TenantId tenant) {
        return Optional.ofNullable(retention.get(tenant.value()));
    }
}
