package io.evenhand.access.oidc;

import io.evenhand.access.Role;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The identity provider that people sign in by, and what becomes of what it says of them.
 *
 * @param issuer as the provider writes itself; its description is looked for below it
 * @param clientSecret none for a public client, which PKCE alone protects
 * @param address under which browsers reach this service, for a proxy that hides it; unset means
 *     what the browser asked for
 * @param label of the button on the sign-in page
 * @param nameClaim what the history calls them
 * @param roleClaim a text or a list of them; dots lead into objects
 * @param roles what the role claim says of whom each role is given to; of several the highest
 * @param defaultRole of everybody else; unset means that they are turned away
 * @param tenantClaim a text that says whose people they are; unset means the home's
 * @param tenants what the tenant claim says of the people of each tenant
 * @param algorithm of the provider's signatures; always one with a public key
 */
public record OidcSettings(
        @NotBlank(message = "is missing") String issuer,
        @NotBlank(message = "is missing") String clientId,
        @Nullable String clientSecret,
        @Nullable @Pattern(regexp = "https?://[^/?#]+", message = "is no address without a path")
                String address,
        @DefaultValue("Sign in with your organisation") String label,
        @NotEmpty @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String roleClaim,
        @NotNull @DefaultValue Map<Role, List<String>> roles,
        @Nullable Role defaultRole,
        @Nullable String tenantClaim,
        @NotNull @DefaultValue
                Map<
                                @Pattern(
                                        regexp = "[A-Za-z0-9._-]{1,64}",
                                        message = "is no name of a tenant")
                                String,
                                List<String>>
                        tenants,
        @DefaultValue("RS256") SignatureAlgorithm algorithm) {

    private static final String HERE = "http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?";

    @AssertTrue(message = "issuer must begin with https:// unless it is on this machine")
    boolean isIssuerOutOfReach() {
        return issuer == null || issuer.startsWith("https://") || issuer.matches(HERE);
    }

    @AssertTrue(message = "scopes must have openid among them")
    boolean isOpenIdAsked() {
        return scopes == null || scopes.contains("openid");
    }

    @AssertTrue(message = "give roles or a default-role, or nobody could sign in")
    boolean isAnybodyLetIn() {
        return roles == null || !roles.isEmpty() || defaultRole != null;
    }

    @AssertTrue(message = "tenant-claim and tenants go together")
    boolean isTenantClaimUsed() {
        return tenants == null || (tenantClaim == null) == tenants.isEmpty();
    }

    @Override
    public String toString() {
        return "identity provider " + issuer;
    }
}
