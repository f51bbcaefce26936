package io.evenhand.review.store;

import io.evenhand.platform.vault.SealedTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed of the queue: the beginnings of questions, which may have come with an answer. */
@Configuration(proxyBeanMethods = false)
class SealedLabels {

    static final SealedTable QUESTION =
            SealedTable.of("review_question", List.of("question_key"), "label");

    @Bean
    SealedTable sealedLabel() {
        return QUESTION;
    }
}
