package io.evenhand.platform.vault;

import io.evenhand.platform.ServiceKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nothing is read or written before it is known that all keys are there. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    VaultKeys vaultKeys(ServiceKey service, KeyRegister register) {
        VaultKeys keys = new VaultKeys(service);
        register.admit(keys);
        return keys;
    }

    @Bean
    Vault vault(VaultKeys keys) {
        return new Vault(keys);
    }
}
