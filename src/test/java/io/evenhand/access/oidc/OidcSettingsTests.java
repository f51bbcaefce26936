package io.evenhand.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.access.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** What settings of a provider have to say, and what becomes of its claims by them. */
class OidcSettingsTests {

    private static final Map<String, String> LEAST =
            Map.of("issuer", "https://id.example", "client-id", "evenhand", "roles.lead", "leads");

    @Test
    void needLittle() {
        OidcSettings settings = bound(Map.of());

        assertThat(settings.scopes()).containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(settings.algorithm()).isEqualTo(SignatureAlgorithm.RS256);
        assertThat(settings.roles()).containsExactly(Map.entry(Role.LEAD, List.of("leads")));
        assertThat(bound(Map.of("client-secret", "s3cret")).toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://id.example, https",
        "issuer, http://localhost.evil.example, https",
        "issuer, '', missing",
        "client-id, '', missing",
        "scopes, profile, openid",
        "roles.lead, , nobody could sign in",
        "tenant-claim, tid, go together",
        "tenants.acme, 123, go together",
        "address, https://grading.example/path, without a path"
    })
    void sayWhatIsWrong(String name, String value, String said) {
        assertThatThrownBy(() -> bound(name, value))
                .hasRootCauseInstanceOf(BindValidationException.class)
                .rootCause()
                .hasMessageContaining(said);
    }

    @Test
    void takeNoAlgorithmWithoutAPublicKey() {
        assertThatThrownBy(() -> bound("algorithm", "none")).hasMessageContaining("algorithm");
        assertThatThrownBy(() -> bound("algorithm", "HS256")).hasMessageContaining("algorithm");
    }

    @Test
    void giveTheHighestOfSeveralRolesWhereverTheClaimIs() {
        OidcSettings settings =
                bound(
                        Map.of(
                                "role-claim",
                                "realm_access.roles",
                                "roles.reviewer",
                                "graders,staff",
                                "default-role",
                                "viewer"));

        assertThat(
                        role(
                                settings,
                                Map.of("realm_access", Map.of("roles", List.of("staff", "leads")))))
                .contains(Role.LEAD);
        assertThat(role(settings, Map.of("realm_access.roles", "graders"))).contains(Role.REVIEWER);
        assertThat(role(settings, Map.of("realm_access", "leads"))).contains(Role.VIEWER);
        assertThat(role(settings, Map.of())).contains(Role.VIEWER);
        assertThat(role(bound(Map.of()), Map.of("roles", List.of(1, "LEADS")))).isEmpty();
        assertThat(role(bound(Map.of()), Map.of("roles", "leads"))).contains(Role.LEAD);
    }

    private static java.util.Optional<Role> role(
            OidcSettings settings, Map<String, Object> claims) {
        return new Claims(settings, claims).role();
    }

    private static OidcSettings bound(String name, String value) {
        Map<String, String> all = new HashMap<>();
        all.put(name, value == null ? "" : value);
        if (value == null) {
            all.put(name, null);
        }
        return bound(all);
    }

    private static OidcSettings bound(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        Map<String, String> named = new HashMap<>();
        all.forEach(
                (name, value) -> {
                    if (value != null) {
                        named.put("oidc." + name, value);
                    }
                });
        LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
        validator.afterPropertiesSet();
        return new Binder(new MapConfigurationPropertySource(named))
                .bind("oidc", Bindable.of(OidcSettings.class), new ValidationBindHandler(validator))
                .get();
    }
}
