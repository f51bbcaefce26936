package io.evenhand.access;

import io.evenhand.access.limit.Quota;
import io.evenhand.access.oidc.OidcSettings;
import io.evenhand.access.session.SessionSettings;
import io.evenhand.platform.TenantId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The API keys that are known, how much they may ask for, and how people sign in.
 *
 * @param keys without any, the service listens to this machine alone, as tenant {@code local},
 *     until there is an admin
 * @param rateLimit of each key that has none of its own; unset means as much as they like
 * @param failedAttempts unknown keys from one address before keys from there are not looked at;
 *     unset means 30 a minute
 * @param tenant whose people sign in here first: the one the first admin is made for, and whose
 *     name stands on the sign-in page; unset means that of the first key, or {@code local}
 * @param setup lets the first admin be made at {@code /setup}, by whoever can read the file {@code
 *     setup-token} under {@code evenhand.data}
 * @param session how long people stay signed in
 * @param oidc the identity provider that people sign in by; none means that there is none
 * @param localSignIn whether people sign in by a password that is kept here, too
 */
@Validated
@ConfigurationProperties("evenhand.access")
record AccessSettings(
        @DefaultValue List<@Valid Key> keys,
        @Valid @DefaultValue Quota rateLimit,
        @Valid @Nullable Quota failedAttempts,
        @Nullable @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
        @DefaultValue("false") boolean setup,
        @Valid @DefaultValue SessionSettings session,
        @Valid @Nullable OidcSettings oidc,
        @DefaultValue("true") boolean localSignIn) {

    private static final String TENANT = "[A-Za-z0-9._-]{1,64}";
    private static final String TENANT_RULE = "must have 1 to 64 letters, digits, '.', '_' or '-'";

    private static final Quota ATTEMPTS = new Quota(30, Duration.ofMinutes(1));

    @AssertTrue(message = "local-sign-in may be false only where oidc is set")
    boolean isThereAWayIn() {
        return localSignIn || oidc != null;
    }

    WaysIn waysIn() {
        return new WaysIn(localSignIn, Optional.ofNullable(oidc));
    }

    Quota attempts() {
        return failedAttempts == null ? ATTEMPTS : failedAttempts;
    }

    /** Whose people sign in here first. */
    TenantId home() {
        if (tenant != null) {
            return new TenantId(tenant);
        }
        return keys.isEmpty() ? TenantId.LOCAL : new TenantId(keys.getFirst().tenant());
    }

    /** What a key may send; a quota that does not limit if that is as much as it likes. */
    Quota quota(Key key) {
        return key.rateLimit() == null ? rateLimit : key.rateLimit();
    }

    /**
     * One key.
     *
     * @param hash {@code sha256:} and the lower-case hex of the key's SHA-256
     * @param rateLimit instead of that of all keys; 0 requests means as many as it likes
     */
    record Key(
            @NotNull(message = "is missing")
                    @Pattern(
                            regexp = "sha256:[0-9a-f]{64}",
                            message =
                                    "must be \"sha256:\" and the 64 lower-case hex digits of the"
                                            + " key's SHA-256")
                    String hash,
            @NotNull(message = "is missing") @Pattern(regexp = TENANT, message = TENANT_RULE)
                    String tenant,
            @NotEmpty(message = "must name at least one of grade, review, manage")
                    Set<Scope> scopes,
            @Valid @Nullable Quota rateLimit) {}
}
