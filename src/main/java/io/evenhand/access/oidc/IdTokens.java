package io.evenhand.access.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Reads a provider's tokens: signed by one of its keys, with the one algorithm of the settings, for
 * this client, of this issuer, and not over.
 */
final class IdTokens implements ReactiveJwtDecoderFactory<ClientRegistration> {

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final SignatureAlgorithm algorithm;
    private final WebClient client;
    private final Clock clock;
    private final Map<String, ReactiveJwtDecoder> decoders = new ConcurrentHashMap<>();

    IdTokens(SignatureAlgorithm algorithm, WebClient client, Clock clock) {
        this.algorithm = algorithm;
        this.client = client;
        this.clock = clock;
    }

    /** One for each address of keys, which it keeps. */
    @Override
    public ReactiveJwtDecoder createDecoder(ClientRegistration provider) {
        return decoders.computeIfAbsent(
                provider.getProviderDetails().getJwkSetUri(), keys -> decoder(provider, keys));
    }

    private ReactiveJwtDecoder decoder(ClientRegistration provider, String keys) {
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSetUri(keys)
                        .jwsAlgorithm(algorithm)
                        .webClient(client)
                        .build();
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        OidcIdTokenValidator rest = new OidcIdTokenValidator(provider);
        rest.setClockSkew(SKEW);
        rest.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, rest));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(
                        ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }
}
