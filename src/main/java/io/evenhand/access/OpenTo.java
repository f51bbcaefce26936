package io.evenhand.access;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/** Which right opens which address. */
final class OpenTo {

    private static final String SUBMIT = Right.SUBMIT.authority();
    private static final String READ = Right.READ.authority();
    private static final String VIEW = Right.VIEW.authority();
    private static final String DECIDE = Right.DECIDE.authority();
    private static final String LEAD = Right.LEAD.authority();
    private static final String AUTHOR = Right.AUTHOR.authority();
    private static final String ADMINISTER = Right.ADMINISTER.authority();

    private OpenTo() {}

    static void rights(AuthorizeExchangeSpec exchanges) {
        everybody(exchanges);
        pages(exchanges);
        api(exchanges);
        exchanges.anyExchange().access(new Undeclared());
    }

    private static void everybody(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(
                        "/actuator/health/**",
                        "/v3/api-docs/**",
                        "/v3/api-docs.yaml",
                        "/assets/**",
                        "/webjars/**",
                        "/signin",
                        "/signin/oidc/**",
                        "/setup",
                        "/candidate/**")
                .permitAll()
                .pathMatchers("/signout", "/account/**")
                .authenticated();
    }

    private static void pages(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/admin/**", "/actuator/**")
                .hasAuthority(ADMINISTER)
                .pathMatchers("/review/bulk/**", "/review/assign")
                .hasAuthority(LEAD)
                .pathMatchers("/review/items/{id}/links/**")
                .hasAuthority(LEAD)
                .pathMatchers("/uploads/**")
                .hasAuthority(SUBMIT)
                .pathMatchers("/questions/{id}/try")
                .hasAnyAuthority(DECIDE, AUTHOR)
                .pathMatchers("/questions/**")
                .hasAnyAuthority(VIEW, AUTHOR)
                .pathMatchers("/interviews/**")
                .hasAuthority(VIEW)
                .pathMatchers(
                        HttpMethod.GET,
                        "/",
                        "/gradings/**",
                        "/review",
                        "/review/counts",
                        "/review/agreement")
                .hasAuthority(VIEW)
                .pathMatchers("/", "/gradings/**", "/review/**")
                .hasAuthority(DECIDE);
    }

    private static void api(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(
                        "/v1/gradings/{id}/candidate-links/**",
                        "/v1/interviews/{id}/candidates/{ref}/candidate-links/**")
                .hasAnyAuthority(SUBMIT, LEAD)
                .pathMatchers(HttpMethod.GET, "/v1/gradings/**")
                .hasAuthority(READ)
                .pathMatchers(HttpMethod.POST, "/v1/gradings/{id}/review")
                .hasAuthority(DECIDE)
                .pathMatchers("/v1/gradings/**", "/v1/batches/**")
                .hasAuthority(SUBMIT)
                .pathMatchers(HttpMethod.GET, "/v1/questions/**")
                .hasAnyAuthority(SUBMIT, AUTHOR)
                .pathMatchers(HttpMethod.GET, "/v1/interviews", "/v1/interviews/{id}")
                .hasAnyAuthority(READ, AUTHOR)
                .pathMatchers(HttpMethod.GET, "/v1/interviews/**")
                .hasAuthority(READ)
                .pathMatchers(
                        "/v1/questions/**",
                        "/v1/rubrics/**",
                        "/v1/regrade-previews/**",
                        "/v1/interviews/**")
                .hasAuthority(AUTHOR)
                .pathMatchers(
                        "/v1/webhooks/**",
                        "/v1/usage",
                        "/v1/keys/**",
                        "/v1/candidates/**",
                        "/v1/audit/**")
                .hasAuthority(ADMINISTER);
    }
}
