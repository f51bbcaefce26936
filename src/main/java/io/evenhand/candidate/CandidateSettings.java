package io.evenhand.candidate;

import io.evenhand.platform.TenantId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What candidates are shown, and how they come to it.
 *
 * @param url where candidates reach the service, as in {@code https://exams.example.org}; unset,
 *     links begin with the address that they were asked for at
 * @param linkLife how long a link is good for unless its maker says otherwise
 * @param visits requests a minute that one address may make, at each instance
 * @param appeals how often one answer's grade may be appealed
 * @param shown for tenants that are not in {@code tenants}
 * @param tenants by tenant
 */
@Validated
@ConfigurationProperties("evenhand.candidate")
public record CandidateSettings(
        @Nullable URI url,
        @DefaultValue("30d") @DurationMin(minutes = 1) Duration linkLife,
        @DefaultValue("60") @Min(1) @Max(1_000_000) int visits,
        @DefaultValue("2") @Min(0) @Max(100) int appeals,
        @Valid @DefaultValue Shown shown,
        @DefaultValue Map<String, @Valid Shown> tenants) {

    public CandidateSettings {
        tenants = Map.copyOf(tenants);
    }

    public Shown of(TenantId tenant) {
        return tenants.getOrDefault(tenant.value(), shown);
    }

    /**
     * What the candidates of a tenant are shown.
     *
     * @param score whether they see scores, and of an interview the level that they reached
     * @param contact whom they can ask, in plain words
     * @param notice by language ({@code en}, {@code de}), instead of what the service says of how
     *     answers are graded; paragraphs with an empty line between them
     */
    public record Shown(
            @DefaultValue("false") boolean score,
            @Nullable @Size(max = 500) String contact,
            @DefaultValue Map<String, @Size(max = 10_000) String> notice) {

        public Shown {
            notice = Map.copyOf(notice);
        }

        public Optional<String> whomToAsk() {
            return Optional.ofNullable(contact).filter(text -> !text.isBlank());
        }
    }
}
