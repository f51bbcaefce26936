package io.evenhand.dispatch;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the store is the embedded one, which no second process can have open. */
@Component
class EmbeddedStore {

    private final String url;

    EmbeddedStore(@Value("${spring.datasource.url}") String url) {
        this.url = url;
    }

    boolean isEmbedded() {
        return url.startsWith("jdbc:h2:file:") || url.startsWith("jdbc:h2:mem:");
    }
}
