package io.evenhand.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.evenhand.grading.Transcript;
import java.util.List;
import reactor.util.context.ContextView;

/** Writes down what is said to a model, for whoever asked for it. */
final class Spoken {

    private Spoken() {}

    static void note(ContextView context, String model, List<ChatMessage> messages) {
        context.<Transcript>getOrEmpty(Transcript.class)
                .ifPresent(
                        transcript ->
                                transcript.sent(
                                        new Transcript.Call(
                                                model,
                                                messages.stream().map(Spoken::message).toList())));
    }

    private static Transcript.Message message(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> new Transcript.Message("system", system.text());
            case UserMessage user -> new Transcript.Message("user", user.singleText());
            case AiMessage own -> new Transcript.Message("assistant", own.text());
            default -> new Transcript.Message("other", "");
        };
    }
}
