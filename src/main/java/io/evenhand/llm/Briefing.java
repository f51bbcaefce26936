package io.evenhand.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.evenhand.grading.Assignment;
import java.util.List;
import java.util.Map;

/** What a model is told of one assignment, and what its output must look like. */
final class Briefing {

    /** More of a broken output says no more about what was wrong with it. */
    private static final int MOST_REPEATED = 6000;

    private final Prompt prompt;
    private final Assignment assignment;
    private final Keys keys;
    private final OutputSchema schema;
    private final String fence;

    Briefing(Prompt prompt, Assignment assignment, Fence fences) {
        this.prompt = prompt;
        this.assignment = assignment;
        this.keys = new Keys(assignment.rubric());
        this.schema = OutputSchema.of(prompt.schema(), keys);
        this.fence = fences.around(assignment.answer());
    }

    Prompt prompt() {
        return prompt;
    }

    Assignment assignment() {
        return assignment;
    }

    Keys keys() {
        return keys;
    }

    OutputSchema schema() {
        return schema;
    }

    /** The messages of the first call. */
    List<ChatMessage> messages(JsonMode json) {
        Map<String, String> values = new Sheet(assignment, keys).values();
        values.put("fence", fence);
        if (json != JsonMode.SCHEMA) {
            values.put("schema", schema.text());
        }
        return List.of(
                SystemMessage.from(prompt.system().strip()),
                UserMessage.from(prompt.user().with(values).strip()));
    }

    /** The messages of a repair call, which say what was wrong with the output. */
    List<ChatMessage> repair(JsonMode json, Fault.Broken broken) {
        String output = Text.cut(broken.output(), MOST_REPEATED);
        String problems = "- " + String.join("\n- ", broken.problems());
        List<ChatMessage> first = messages(json);
        return List.of(
                first.getFirst(),
                first.getLast(),
                AiMessage.from(output.isBlank() ? "(nothing)" : output),
                UserMessage.from(prompt.repair().with(Map.of("problems", problems)).strip()));
    }
}
