package io.evenhand.platform;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secrets of the service, each 32 random bytes in Base64.
 *
 * @param key from which all others are derived; without it a file has it
 * @param previousKeys what it was before, the latest first: they open what they sealed and seal
 *     nothing
 */
@ConfigurationProperties("evenhand")
public record KeySettings(@DefaultValue("") String key, @DefaultValue List<String> previousKeys) {

    public KeySettings {
        previousKeys = previousKeys.stream().filter(previous -> !previous.isBlank()).toList();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "KeySettings";
    }
}
