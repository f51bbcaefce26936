package io.evenhand.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.util.concurrent.ExecutorService;

/** Makes LangChain4j's models: what is not set is not sent, and repeating is left to the chain. */
final class ChatModels {

    /** Anthropic must be told a cap; this much is room for the longest rubric. */
    private static final int ANTHROPIC_TOKENS = 8192;

    private final HttpClientBuilder http;

    ChatModels(LlmSettings settings, ExecutorService threads) {
        HttpClient client =
                HttpClient.newBuilder()
                        // An attempt to upgrade to HTTP/2 confuses some small servers.
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(settings.connectTimeout())
                        .executor(threads)
                        .build();
        this.http = new WireClientBuilder(new WireClient(client, settings.maxResponse().toBytes()));
    }

    ChatModel of(ModelSettings model) {
        return switch (model.wire()) {
            case OPENAI -> openAi(model);
            case ANTHROPIC -> anthropic(model);
        };
    }

    private ChatModel openAi(ModelSettings model) {
        var builder =
                OpenAiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(model.address())
                        .apiKey(model.apiKey())
                        .modelName(model.name())
                        .temperature(model.temperature())
                        .seed(model.seed())
                        .reasoningEffort(model.reasoningEffort())
                        .logprobs(model.logprobs() ? Boolean.TRUE : null)
                        // One: some servers send twenty for each token unasked, half a megabyte.
                        .topLogprobs(model.logprobs() ? 1 : null)
                        .strictJsonSchema(true)
                        .maxRetries(0);
        return switch (model.tokenLimitParameter()) {
            case MAX_COMPLETION_TOKENS ->
                    builder.maxCompletionTokens(model.maxOutputTokens()).build();
            case null, default -> builder.maxTokens(model.maxOutputTokens()).build();
        };
    }

    private ChatModel anthropic(ModelSettings model) {
        Integer cap = model.maxOutputTokens();
        String key = model.apiKey();
        return AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(model.address())
                .apiKey(key == null ? "none" : key)
                .modelName(model.name())
                .temperature(model.temperature())
                .maxTokens(cap == null ? ANTHROPIC_TOKENS : cap)
                .maxRetries(0)
                .build();
    }
}
