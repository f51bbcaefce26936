package io.evenhand.authoring.store;

import io.evenhand.platform.vault.SealedTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed of previews. A grading may be in several, and what it becomes is the same. */
@Configuration(proxyBeanMethods = false)
class SealedPreviews {

    static final SealedTable ITEM =
            SealedTable.of("regrade_item", List.of("preview_id", "seq"), "result", "grade")
                    .boundTo("grading_id");

    @Bean
    SealedTable sealedItem() {
        return ITEM;
    }
}
