package io.evenhand.batch.upload;

import java.util.Optional;

/** The question of lines that name none. */
public record UploadOptions(Optional<String> questionId, Optional<Integer> questionVersion) {}
