package io.evenhand.delivery.secret;

import io.evenhand.platform.vault.SealedTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed of endpoints: the secret, which moves over when there is a new one. */
@Configuration(proxyBeanMethods = false)
class SealedSecrets {

    static final SealedTable ENDPOINT =
            SealedTable.of("webhook_endpoint", List.of("id"), "secret", "previous_secret")
                    .as("secret");

    @Bean
    SealedTable sealedSecret(FormerSeal former) {
        return ENDPOINT.readBy(former::opened);
    }
}
