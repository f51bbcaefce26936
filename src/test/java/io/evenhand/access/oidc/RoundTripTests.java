package io.evenhand.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.access.Role;
import io.evenhand.access.WaysIn;
import io.evenhand.access.session.SessionSettings;
import io.evenhand.platform.KeySettings;
import io.evenhand.platform.ServiceKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** The way to a provider that is down, is another, or sees the service under another name. */
class RoundTripTests {

    private static IdentityProvider provider;

    @TempDir Path data;

    @BeforeAll
    static void start() {
        provider = IdentityProvider.start();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void saysThatAProviderIsDown() {
        RoundTrip trip = trip("http://localhost:1/acme", null);

        assertThat(reason(trip)).contains(Reason.UNREACHABLE);
        assertThat(trip.wayOut(exchange("http://localhost/signin/oidc/out")).blockOptional())
                .as("signing out goes on without it")
                .isEmpty();
    }

    @Test
    void believesNoProviderThatCallsItselfOtherwise() {
        assertThat(reason(trip(provider.issuer() + "/", null))).contains(Reason.UNREACHABLE);
    }

    @Test
    void comesBackToTheAddressThatTheSettingsName() {
        RoundTrip trip = trip(provider.issuer(), "https://grading.example");
        MockServerWebExchange exchange = exchange("http://10.0.0.7:8080/signin/oidc");

        URI page = trip.leave(exchange).block(Duration.ofSeconds(30));

        assertThat(page.toString())
                .contains("redirect_uri=https://grading.example/signin/oidc/back");
        assertThat(trip.wayOut(exchange).block(Duration.ofSeconds(30)))
                .endsWith("post_logout_redirect_uri=https%3A%2F%2Fgrading.example%2Fsignin");
    }

    @Test
    void keepsWhatItNeedsWhereScriptsAndOtherSitesDoNotSeeIt() {
        MockServerWebExchange exchange =
                exchange("https://grading.example/signin/oidc?next=/review");

        URI page = trip(provider.issuer(), null).leave(exchange).block(Duration.ofSeconds(30));

        ResponseCookie cookie = exchange.getResponse().getCookies().getFirst(Departures.COOKIE);
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/signin/oidc");
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(cookie.getValue()).doesNotContain("review");
        assertThat(page.toString()).doesNotContain("review", "code_verifier");
    }

    private Optional<Reason> reason(RoundTrip trip) {
        return trip.leave(exchange("http://localhost/signin/oidc"))
                .map(page -> Optional.<Reason>empty())
                .onErrorResume(
                        TurnedAway.class,
                        e -> reactor.core.publisher.Mono.just(Optional.of(e.reason())))
                .block(Duration.ofSeconds(30));
    }

    private static MockServerWebExchange exchange(String address) {
        URI uri = URI.create(address);
        return MockServerWebExchange.from(
                MockServerHttpRequest.get(address).header("Host", uri.getAuthority()));
    }

    private RoundTrip trip(String issuer, @Nullable String address) {
        OidcSettings settings =
                new OidcSettings(
                        issuer,
                        "evenhand",
                        "secret",
                        address,
                        "Sign in",
                        Set.of("openid"),
                        "name",
                        "roles",
                        Map.of(Role.LEAD, List.of("leads")),
                        null,
                        null,
                        Map.of(),
                        SignatureAlgorithm.RS256);
        return new OidcConfiguration()
                .roundTrip(
                        new WaysIn(true, Optional.of(settings)),
                        new SessionSettings(Duration.ofHours(1), Duration.ofHours(2), true),
                        new ServiceKey(new KeySettings("", List.of()), data),
                        Clock.systemUTC());
    }
}
