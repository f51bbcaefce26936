package io.evenhand.access.oidc;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * The identity provider as it describes itself. It is asked when somebody wants to sign in and not
 * at the start, so that the service needs it no sooner.
 */
final class Provider implements ReactiveClientRegistrationRepository {

    /** What the security framework calls it. */
    static final String NAME = "oidc";

    private static final Duration BELIEVED = Duration.ofHours(1);
    private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION =
            new ParameterizedTypeReference<>() {};

    private final OidcSettings settings;
    private final WebClient client;
    private final Mono<ClientRegistration> known;

    Provider(OidcSettings settings, WebClient client) {
        this.settings = settings;
        this.client = client;
        this.known =
                Mono.defer(this::ask).cache(found -> BELIEVED, e -> Duration.ZERO, () -> BELIEVED);
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String name) {
        return known;
    }

    /**
     * Where a browser ends its sign-in at the provider, if the provider has such a page (OpenID
     * Connect RP-Initiated Logout 1.0).
     *
     * @param token the ID token of the sign-in, by which the provider knows it
     */
    Mono<String> wayOut(String back, Optional<String> token) {
        return known.flatMap(
                found ->
                        Mono.justOrEmpty(endpoint(found, "end_session_endpoint"))
                                .map(page -> wayOut(page, back, token)));
    }

    private String wayOut(String page, String back, Optional<String> token) {
        UriComponentsBuilder out =
                UriComponentsBuilder.fromUriString(page)
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}");
        token.ifPresent(ignored -> out.queryParam("id_token_hint", "{token}"));
        return out.encode()
                .buildAndExpand(
                        Map.of(
                                "client",
                                settings.clientId(),
                                "back",
                                back,
                                "token",
                                token.orElse("")))
                .toUriString();
    }

    private static Optional<String> endpoint(ClientRegistration found, String name) {
        return Optional.ofNullable(found.getProviderDetails().getConfigurationMetadata().get(name))
                .map(Object::toString)
                .filter(page -> page.startsWith("https://") || page.startsWith("http://"));
    }

    private Mono<ClientRegistration> ask() {
        String issuer = settings.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return client.get()
                .uri(base + "/.well-known/openid-configuration")
                .retrieve()
                .bodyToMono(DESCRIPTION)
                .map(this::registration);
    }

    private ClientRegistration registration(Map<String, Object> description) {
        if (!settings.issuer().equals(description.get("issuer"))) {
            throw new IllegalStateException(
                    "the provider calls itself other than evenhand.access.oidc.issuer does");
        }
        String secret = settings.clientSecret();
        ClientRegistration.Builder builder =
                ClientRegistrations.fromOidcConfiguration(description)
                        .registrationId(NAME)
                        .clientId(settings.clientId())
                        .scope(settings.scopes())
                        .redirectUri(back());
        return (secret == null || secret.isEmpty()
                        ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        : builder.clientSecret(secret))
                .build();
    }

    /** Where the provider sends people to; the base of what the browser asked for if unset. */
    private String back() {
        String address = settings.address();
        return (address == null ? "{baseUrl}" : address) + "/signin/oidc/back";
    }
}
