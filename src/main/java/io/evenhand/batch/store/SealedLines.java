package io.evenhand.batch.store;

import io.evenhand.platform.vault.SealedTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is sealed of lines: what clients call them, what was wrong with them, and their hashes,
 * which have no key, so that a short answer could be found by trying.
 */
@Configuration(proxyBeanMethods = false)
class SealedLines {

    private static final List<String> KEY = List.of("batch_id", "line");

    static final SealedTable LINE = SealedTable.of("batch_line", KEY, "custom_id", "hash");

    static final SealedTable REJECTION = SealedTable.of("batch_rejection", KEY, "errors");

    @Bean
    SealedTable sealedLine() {
        return LINE;
    }

    @Bean
    SealedTable sealedRejection() {
        return REJECTION;
    }
}
