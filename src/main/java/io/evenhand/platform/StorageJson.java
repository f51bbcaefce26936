package io.evenhand.platform;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes records as JSON for storage and reads them back: fields only, so that a method that
 * derives something is never stored, and unknown fields of a later version do no harm; numbers and
 * flags that an earlier one did not store are 0 and false.
 */
@Component
public class StorageJson {

    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .changeDefaultVisibility(
                            visibility ->
                                    visibility
                                            .withVisibility(
                                                    PropertyAccessor.ALL,
                                                    JsonAutoDetect.Visibility.NONE)
                                            .withVisibility(
                                                    PropertyAccessor.FIELD,
                                                    JsonAutoDetect.Visibility.ANY)
                                            .withVisibility(
                                                    PropertyAccessor.CREATOR,
                                                    JsonAutoDetect.Visibility.ANY))
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .build();

    /**
     * The value as JSON that any database holds as it is: halves of surrogate pairs are escaped.
     */
    public String write(Object value) {
        return HALF_CHARACTER
                .matcher(mapper.writeValueAsString(value))
                .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }
}
