package io.evenhand.batch.web;

import io.evenhand.batch.BatchLine;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Results as NDJSON: gradings, and lines that were rejected. */
@Component
class ResultLines implements ResultFormat {

    private final JsonMapper json;

    ResultLines(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public String body(List<Result> results) {
        return results.stream()
                .map(result -> json.writeValueAsString(object(result)) + "\n")
                .collect(Collectors.joining());
    }

    private ObjectNode object(Result result) {
        BatchLine line = result.line();
        ObjectNode object = json.createObjectNode();
        object.put("line", line.number());
        object.put("customId", line.customId().orElse(null));
        if (line.fate() instanceof BatchLine.Rejected rejected) {
            object.set("error", json.valueToTree(rejected));
        }
        result.grading()
                .map(grading -> (ObjectNode) json.valueToTree(grading))
                .ifPresent(object::setAll);
        return object;
    }
}
