package io.evenhand.batch.upload;

import io.evenhand.platform.StrictJson;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Knows the formats of uploads by their media types. */
@Component
public class Formats {

    public static final String CSV = "text/csv";

    private final StrictJson json;

    Formats(StrictJson json) {
        this.json = json;
    }

    /** A format for one upload. */
    public UploadFormat of(MediaType type) {
        return switch (type.getType() + "/" + type.getSubtype()) {
            case MediaType.APPLICATION_NDJSON_VALUE -> new NdjsonFormat(json);
            case CSV -> new CsvFormat();
            default -> new ArrayFormat(json);
        };
    }
}
