package io.evenhand.llm;

import io.evenhand.grading.turns.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Something that a model writes for whoever briefed it. */
final class Writing implements Inquiry<Writing.Output> {

    private final Prompt prompt;
    private final OutputSchema schema;
    private final Brief brief;
    private final String fence;

    Writing(Prompt prompt, OutputSchema schema, Brief brief, Fence fences) {
        this.prompt = prompt;
        this.schema = schema;
        this.brief = brief;
        this.fence = fences.around(String.join("\n", brief.values().values()));
    }

    Brief brief() {
        return brief;
    }

    @Override
    public Ticket ticket() {
        return brief.ticket();
    }

    @Override
    public Prompt prompt() {
        return prompt;
    }

    @Override
    public OutputSchema schema() {
        return schema;
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>(brief.values());
        values.put("fence", fence);
        return values;
    }

    @Override
    public Output read(Reply reply, String model, boolean mendable) {
        JsonNode output = OutputReader.read(reply, schema, mendable);
        List<String> problems = brief.problems().apply(output);
        if (!problems.isEmpty()) {
            throw OutputReader.broken(reply, mendable, problems);
        }
        return new Output(output, model);
    }

    @Override
    public String subject() {
        return brief.subject();
    }

    /** What a model wrote, and which one. */
    record Output(JsonNode json, String model) {}
}
