package io.evenhand.access;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Which scope opens which address, and the headers that every page carries. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, KeyAuthentication authentication) {
        return http.csrf(SecurityConfiguration::forms)
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
                .authorizeExchange(SecurityConfiguration::scopes)
                .exceptionHandling(
                        failures ->
                                failures.authenticationEntryPoint(
                                                (exchange, e) -> keyIsNeeded(exchange))
                                        .accessDeniedHandler((exchange, e) -> forbidden()))
                .build();
    }

    /** A path that could mean two things is refused before anything looks at it. */
    @Bean
    ServerExchangeRejectedHandler rejected() {
        return (exchange, e) ->
                Mono.error(new Refusal(ProblemCode.NOT_FOUND, "There is no such address."));
    }

    /**
     * A form has to bring the token that the page was given with it. Programs bring a key, which no
     * browser sends unasked, and JSON, which no form sends.
     */
    private static void forms(ServerHttpSecurity.CsrfSpec csrf) {
        CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieName("evenhand-form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        csrf.csrfTokenRepository(tokens)
                .requireCsrfProtectionMatcher(
                        new AndServerWebExchangeMatcher(
                                ServerWebExchangeMatchers.pathMatchers("/review/**"),
                                CsrfWebFilter.DEFAULT_CSRF_MATCHER))
                .accessDeniedHandler((exchange, e) -> foreignForm());
    }

    private static Mono<Void> foreignForm() {
        return Mono.error(
                new Refusal(
                        ProblemCode.FORBIDDEN,
                        "The form is too old or came from elsewhere: load its page again."));
    }

    private static void scopes(AuthorizeExchangeSpec exchanges) {
        String grade = Scope.GRADE.authority();
        String review = Scope.REVIEW.authority();
        String manage = Scope.MANAGE.authority();
        exchanges
                .pathMatchers(
                        "/actuator/health/**",
                        "/v3/api-docs/**",
                        "/v3/api-docs.yaml",
                        "/assets/**",
                        "/webjars/**")
                .permitAll()
                .pathMatchers("/actuator/**")
                .hasAuthority(manage)
                .pathMatchers(HttpMethod.GET, "/v1/gradings/**")
                .hasAnyAuthority(grade, review)
                .pathMatchers(HttpMethod.POST, "/v1/gradings/{id}/review")
                .hasAuthority(review)
                .pathMatchers("/v1/gradings/**", "/v1/batches/**")
                .hasAuthority(grade)
                .pathMatchers(HttpMethod.GET, "/v1/questions/**")
                .hasAnyAuthority(grade, manage)
                .pathMatchers(HttpMethod.GET, "/v1/interviews", "/v1/interviews/{id}")
                .hasAnyAuthority(grade, review, manage)
                .pathMatchers(HttpMethod.GET, "/v1/interviews/**")
                .hasAnyAuthority(grade, review)
                .pathMatchers(
                        "/v1/questions/**",
                        "/v1/rubrics/**",
                        "/v1/regrade-previews/**",
                        "/v1/interviews/**",
                        "/v1/webhooks/**",
                        "/v1/usage")
                .hasAuthority(manage)
                .pathMatchers("/", "/gradings/**", "/review/**")
                .hasAuthority(review)
                .anyExchange()
                .authenticated();
    }

    private static Mono<Void> keyIsNeeded(ServerWebExchange exchange) {
        Challenge.set(exchange);
        return Mono.error(
                new Refusal(
                        ProblemCode.UNAUTHENTICATED,
                        "Send an API key: Authorization: Bearer <key>."));
    }

    private static Mono<Void> forbidden() {
        return Mono.error(
                new Refusal(ProblemCode.FORBIDDEN, "This API key does not have the scope for it."));
    }
}
