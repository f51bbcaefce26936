package io.evenhand.candidate.store;

import io.evenhand.platform.vault.SealedTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed of appeals: what candidates wrote. */
@Configuration(proxyBeanMethods = false)
class SealedAppeals {

    static final SealedTable APPEAL =
            SealedTable.of("appeal", List.of("grading_id", "revision"), "reason");

    @Bean
    SealedTable sealedAppeal() {
        return APPEAL;
    }
}
