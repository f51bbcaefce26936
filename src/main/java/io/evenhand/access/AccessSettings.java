package io.evenhand.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The API keys that are known.
 *
 * @param keys none means that the service listens to this machine alone, as tenant {@code local}
 */
@Validated
@ConfigurationProperties("evenhand.access")
record AccessSettings(@DefaultValue List<@Valid Key> keys) {

    /**
     * One key.
     *
     * @param hash {@code sha256:} and the lower-case hex of the key's SHA-256
     */
    record Key(
            @NotNull(message = "is missing")
                    @Pattern(
                            regexp = "sha256:[0-9a-f]{64}",
                            message =
                                    "must be \"sha256:\" and the 64 lower-case hex digits of the"
                                            + " key's SHA-256")
                    String hash,
            @NotNull(message = "is missing")
                    @Pattern(
                            regexp = "[A-Za-z0-9._-]{1,64}",
                            message = "must have 1 to 64 letters, digits, '.', '_' or '-'")
                    String tenant,
            @NotEmpty(message = "must name at least one of grade, review, manage")
                    Set<Scope> scopes) {}
}
