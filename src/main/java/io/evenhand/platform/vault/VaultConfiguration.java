package io.evenhand.platform.vault;

import io.evenhand.platform.EmbeddedStore;
import io.evenhand.platform.ServiceKey;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nothing is read or written before it is known that all keys are there. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(VaultConfiguration.class);

    @Bean
    VaultKeys vaultKeys(ServiceKey service, KeyRegister register, EmbeddedStore store) {
        try {
            VaultKeys keys = new VaultKeys(service);
            register.admit(keys);
            service.file()
                    .filter(file -> !store.isEmbedded())
                    .ifPresent(
                            file ->
                                    LOG.warn(
                                            "What opens the texts in the database is in {} alone:"
                                                    + " keep that file with your backups, or set"
                                                    + " evenhand.key to what it holds.",
                                            file));
            return keys;
        } catch (UncheckedIOException e) {
            throw KeyException.none(e);
        }
    }

    @Bean
    Vault vault(VaultKeys keys) {
        return new Vault(keys);
    }
}
