package io.evenhand.platform;

import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the store is the embedded one, which no second process can have open. */
@Component
public class EmbeddedStore {

    private static final Pattern EMBEDDED = Pattern.compile("jdbc:h2:(?!tcp:|ssl:).*");
    private static final Pattern IN_MEMORY = Pattern.compile("jdbc:h2:mem:.*");

    private final String url;

    public EmbeddedStore(@Value("${spring.datasource.url}") String url) {
        this.url = url;
    }

    public boolean isEmbedded() {
        return EMBEDDED.matcher(url).matches();
    }

    /** Whether it outlives this process. */
    public boolean isInFile() {
        return isEmbedded() && !IN_MEMORY.matcher(url).matches();
    }
}
