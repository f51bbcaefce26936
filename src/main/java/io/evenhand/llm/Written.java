package io.evenhand.llm;

import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.platform.Sha256;
import tools.jackson.databind.JsonNode;

/** What came of having a model write something. */
public sealed interface Written {

    /** What it took, whatever came of it. */
    Effort effort();

    /**
     * A model wrote it, as the schema and the brief want it; still a stranger's text.
     *
     * @param prompt name and version, as in {@code rubric/1}
     * @param promptHash of the prompt's template and schema files
     */
    record Text(JsonNode output, String model, String prompt, Sha256 promptHash, Effort effort)
            implements Written {}

    /** No model could be had. */
    record Nothing(FallbackReason reason, Effort effort) implements Written {}
}
