package io.evenhand.batch.web;

import io.evenhand.batch.BatchLine;
import io.evenhand.platform.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line that became nothing, as clients see it. */
public record RejectedView(
        int line, @Nullable String customId, String code, List<Violation> errors) {

    static Stream<RejectedView> of(BatchLine line) {
        return line.fate() instanceof BatchLine.Rejected(String code, List<Violation> errors)
                ? Stream.of(
                        new RejectedView(line.number(), line.customId().orElse(null), code, errors))
                : Stream.empty();
    }
}
