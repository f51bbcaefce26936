package io.evenhand.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Makes one call on a virtual thread of its own, which is interrupted when nobody waits any more so
 * that the connection closes.
 */
final class Caller {

    private final ExecutorService threads;

    Caller(ExecutorService threads) {
        this.threads = threads;
    }

    Mono<Reply> call(Model model, List<ChatMessage> messages, OutputSchema schema) {
        return Mono.create(
                sink -> {
                    AtomicBoolean abandoned = new AtomicBoolean();
                    ChatRequest request = request(model, messages, schema);
                    Future<?> call = threads.submit(() -> run(model, request, sink, abandoned));
                    sink.onCancel(
                            () -> {
                                abandoned.set(true);
                                call.cancel(true);
                            });
                });
    }

    private static void run(
            Model model, ChatRequest request, MonoSink<Reply> sink, AtomicBoolean abandoned) {
        try {
            sink.success(Reply.of(model.chat().chat(request)));
        } catch (RuntimeException e) {
            // Nobody is left to hear of the interruption; Reactor would log it as lost.
            if (!abandoned.get()) {
                sink.error(e);
            }
        }
    }

    private static ChatRequest request(
            Model model, List<ChatMessage> messages, OutputSchema schema) {
        ChatRequest.Builder request = ChatRequest.builder().messages(messages);
        format(model.settings(), schema).ifPresent(request::responseFormat);
        return request.build();
    }

    private static Optional<ResponseFormat> format(ModelSettings model, OutputSchema schema) {
        return switch (model.json()) {
            case SCHEMA -> Optional.of(strict(schema));
            // Anthropic has no JSON mode without a schema.
            case OBJECT ->
                    model.wire() == Provider.ANTHROPIC
                            ? Optional.empty()
                            : Optional.of(ResponseFormat.JSON);
            case NONE -> Optional.empty();
        };
    }

    private static ResponseFormat strict(OutputSchema schema) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(
                        JsonSchema.builder()
                                .name(schema.name())
                                .rootElement(JsonRawSchema.from(schema.text()))
                                .build())
                .build();
    }
}
