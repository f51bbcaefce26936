package io.evenhand.grading.store;

import io.evenhand.platform.vault.SealedTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed of gradings, of the keys that they came with, and of what models said of them. */
@Configuration(proxyBeanMethods = false)
class SealedGradings {

    static final SealedTable GRADING =
            SealedTable.of("grading", List.of("id"), "answer", "submission", "result", "salt");

    /**
     * The hash of a body has no key of its own, so that a short answer could be found by trying.
     */
    static final SealedTable KEY =
            SealedTable.of("idempotency_key", List.of("key_hash"), "body_hash");

    static final SealedTable PRECEDENT = SealedTable.of("precedent", List.of("work"), "judged");

    @Bean
    SealedTable sealedGrading() {
        return GRADING;
    }

    @Bean
    SealedTable sealedKey() {
        return KEY;
    }

    @Bean
    SealedTable sealedPrecedent() {
        return PRECEDENT;
    }
}
