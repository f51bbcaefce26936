package io.evenhand.access.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.Headers;

/**
 * A provider in this process, which says of people what a test wants, and lies if it is told to.
 */
final class IdentityProvider implements AutoCloseable {

    static final String CLIENT = "evenhand-tests";

    /** In the place of a claim that is left out. */
    static final String NOTHING = "-";

    private static final String REALM = "acme";
    private static final long SECONDS = 300;

    private final AtomicReference<Optional<String>> forged =
            new AtomicReference<>(Optional.empty());
    private final MockOAuth2Server server;

    private IdentityProvider(boolean withForm) {
        this.server = new MockOAuth2Server(new OAuth2Config(withForm), new Forger());
        server.start();
    }

    /** One that lets everybody in at once. */
    static IdentityProvider start() {
        return new IdentityProvider(false);
    }

    /** One with a page where people say who they are. */
    static IdentityProvider startWithForm() {
        return new IdentityProvider(true);
    }

    String issuer() {
        return server.issuerUrl(REALM).toString();
    }

    String wayOut() {
        return server.endSessionEndpointUrl(REALM).toString();
    }

    /** What its next token says, beside what every token says or instead of it. */
    void says(String subject, Map<String, Object> claims) {
        server.enqueueCallback(new Word(subject, claims));
    }

    /** Its next token is signed by somebody else, and says what a right one would. */
    void isForged(String nonce) throws Exception {
        var key = new RSAKeyGenerator(2048).keyID(REALM).generate();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(REALM).build(),
                        new JWTClaimsSet.Builder()
                                .issuer(issuer())
                                .audience(CLIENT)
                                .subject("mallory")
                                .claim("nonce", nonce)
                                .claim("roles", List.of("admins"))
                                .issueTime(new Date())
                                .expirationTime(Date.from(Instant.now().plusSeconds(SECONDS)))
                                .build());
        token.sign(new RSASSASigner(key));
        forged.set(Optional.of(token.serialize()));
    }

    /** Follows a browser's way through the provider; where it sends it to. */
    static URI follow(URI page) throws Exception {
        HttpResponse<String> reply =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(page).build(),
                                HttpResponse.BodyHandlers.ofString());
        return URI.create(
                reply.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(reply.body())));
    }

    static Map<String, Object> roles(String... roles) {
        return Map.of("roles", List.of(roles));
    }

    static Map<String, Object> and(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put(name, value);
        return all;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** Says of itself only what it was not told to say otherwise. */
    private static final class Word extends DefaultOAuth2TokenCallback {

        private final Map<String, Object> claims;

        Word(String subject, Map<String, Object> claims) {
            super(REALM, subject, "JWT", List.of(CLIENT), claims, SECONDS);
            this.claims = claims;
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            Map<String, Object> all = new HashMap<>(super.addClaims(request));
            claims.forEach(
                    (name, value) -> {
                        if (value.equals(NOTHING)) {
                            all.remove(name);
                        } else {
                            all.put(name, value);
                        }
                    });
            return all;
        }
    }

    /** Answers instead of the token endpoint once a token was forged. */
    private final class Forger implements Route {

        @Override
        public boolean match(OAuth2HttpRequest request) {
            return request.getUrl().encodedPath().endsWith("/token") && forged.get().isPresent();
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            String token = forged.getAndSet(Optional.empty()).orElseThrow();
            String body =
                    "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                            .formatted(token, token);
            return new OAuth2HttpResponse(
                    Headers.of("Content-Type", "application/json"), 200, body, null);
        }
    }
}
