package io.evenhand.access.oidc;

import io.evenhand.access.WaysIn;
import io.evenhand.access.session.SealedValue;
import io.evenhand.access.session.SessionSettings;
import io.evenhand.platform.ServiceKey;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationCodeAuthenticationTokenConverter;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Puts together the way over the identity provider, where the settings have one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("evenhand.access.oidc.issuer")
class OidcConfiguration {

    private static final int CONNECT_MILLIS = 3000;
    private static final Duration RESPONSE = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 20;

    @Bean
    RoundTrip roundTrip(WaysIn waysIn, SessionSettings session, ServiceKey key, Clock clock) {
        OidcSettings settings = waysIn.provider().orElseThrow();
        WebClient client = client();
        Provider provider = new Provider(settings, client);
        Departures departures =
                new Departures(
                        new SealedValue(key, "evenhand on the way to a provider"),
                        settings,
                        session.secure(),
                        clock);
        DefaultServerOAuth2AuthorizationRequestResolver start =
                new DefaultServerOAuth2AuthorizationRequestResolver(provider);
        // also for clients with a secret, whatever the framework's default is
        start.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        ServerOAuth2AuthorizationCodeAuthenticationTokenConverter back =
                new ServerOAuth2AuthorizationCodeAuthenticationTokenConverter(provider);
        back.setAuthorizationRequestRepository(departures);
        return new RoundTrip(
                settings,
                provider,
                departures,
                new KeptToken(
                        new SealedValue(key, "evenhand token of a provider"),
                        session.secure(),
                        session.absolute()),
                start,
                back,
                proof(client, new IdTokens(settings.algorithm(), client, clock)));
    }

    private static OidcAuthorizationCodeReactiveAuthenticationManager proof(
            WebClient client, IdTokens tokens) {
        WebClientReactiveAuthorizationCodeTokenResponseClient codes =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        codes.setWebClient(client);
        DefaultReactiveOAuth2UserService plain = new DefaultReactiveOAuth2UserService();
        plain.setWebClient(client);
        OidcReactiveOAuth2UserService people = new OidcReactiveOAuth2UserService();
        people.setOauth2UserService(plain);
        OidcAuthorizationCodeReactiveAuthenticationManager proof =
                new OidcAuthorizationCodeReactiveAuthenticationManager(codes, people);
        proof.setJwtDecoderFactory(tokens);
        return proof;
    }

    /** One of its own: the shared one would tell the provider of our traces. */
    private static WebClient client() {
        return WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(
                                HttpClient.create(ConnectionProvider.create("oidc", CONNECTIONS))
                                        .option(
                                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                                CONNECT_MILLIS)
                                        .responseTimeout(RESPONSE)
                                        .followRedirect(false)))
                .defaultHeader(HttpHeaders.USER_AGENT, "Evenhand")
                .build();
    }
}
