package io.evenhand.access;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import reactor.core.publisher.Mono;

/** How requests are let in, and the headers that every page carries. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, KeyAuthentication authentication, PageTrail trail) {
        return http.csrf(FormGuard::demand)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                csp ->
                                                        csp.policyDirectives(
                                                                CONTENT_SECURITY_POLICY))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterAt(authentication.filter(), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(trail.filter(), SecurityWebFiltersOrder.AUTHORIZATION)
                .authorizeExchange(OpenTo::rights)
                .exceptionHandling(
                        failures ->
                                failures.authenticationEntryPoint(
                                                (exchange, e) -> Challenge.ask(exchange))
                                        .accessDeniedHandler(
                                                (exchange, e) -> Undeclared.refuse(exchange)))
                .build();
    }

    /**
     * Spans and timers for each filter of the chain took a fifth of what an answer takes to come in
     * and go out; the request has its own.
     */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A path that could mean two things is refused before anything looks at it. */
    @Bean
    ServerExchangeRejectedHandler rejected() {
        return (exchange, e) ->
                Mono.error(new Refusal(ProblemCode.NOT_FOUND, "There is no such address."));
    }
}
