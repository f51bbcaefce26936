package io.evenhand.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.evenhand.grading.Spent;
import io.evenhand.grading.turns.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Something that models are asked for as JSON: what they are told, what their output must look
 * like, and what it is read as. How a model is had at all is the same for every one.
 */
interface Inquiry<T> {

    /** More of a broken output says no more about what was wrong with it. */
    int MOST_REPEATED = 6000;

    Prompt prompt();

    OutputSchema schema();

    /** The values of the prompt's marks, except those that differ from call to call. */
    Map<String, String> values();

    /** What the output says; fails with the fault that it shows. */
    T read(Reply reply, String model, boolean mendable);

    /** On whose behalf models are asked, and how urgent it is. */
    Ticket ticket();

    /** Asked when a call's turn has come: whether there is no money for it any more. */
    default Mono<Spent> spent() {
        return Mono.empty();
    }

    /** Names it in the log, without a word of what it holds. */
    String subject();

    /** The messages of the first call. */
    default List<ChatMessage> messages(JsonMode json) {
        Map<String, String> values = new LinkedHashMap<>(values());
        if (json != JsonMode.SCHEMA) {
            values.put("schema", schema().text());
        }
        return List.of(
                SystemMessage.from(prompt().system().strip()),
                UserMessage.from(prompt().user().with(values).strip()));
    }

    /** The messages of a repair call, which say what was wrong with the output. */
    default List<ChatMessage> repair(JsonMode json, Fault.Broken broken) {
        String output = Text.cut(broken.output(), MOST_REPEATED);
        String problems = "- " + String.join("\n- ", broken.problems());
        List<ChatMessage> first = messages(json);
        return List.of(
                first.getFirst(),
                first.getLast(),
                AiMessage.from(output.isBlank() ? "(nothing)" : output),
                UserMessage.from(prompt().repair().with(Map.of("problems", problems)).strip()));
    }
}
