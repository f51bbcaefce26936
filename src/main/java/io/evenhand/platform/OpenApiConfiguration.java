package io.evenhand.platform;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String API_KEY = "apiKey";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(info())
                .servers(List.of(new Server().url("/").description("This service")))
                .components(new Components().addSecuritySchemes(API_KEY, bearer()))
                .addSecurityItem(new SecurityRequirement().addList(API_KEY));
    }

    private static Info info() {
        return new Info()
                .title("Evenhand")
                .description(
                        "Fair marks for written answers, even when the model is down: an answer in,"
                                + " a grade with checked evidence for every criterion out.")
                .version("1")
                .license(
                        new License()
                                .name("Apache-2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                        "An API key. A service without keys listens to its own machine alone and"
                                + " asks for none. A key may be limited: RateLimit-Policy and"
                                + " RateLimit tell how it stands, and 429 with Retry-After that"
                                + " it has sent too much.");
    }
}
