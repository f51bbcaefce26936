package io.evenhand.llm;

import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered, whoever provides it.
 *
 * @param cutOff whether the cap on output tokens ended it
 * @param logProbs of its tokens, empty where they were not reported
 */
record Reply(
        String text,
        boolean cutOff,
        boolean filtered,
        Tokens tokens,
        List<TokenProbability> logProbs) {

    static Reply of(ChatResponse response) {
        FinishReason reason = response.finishReason();
        String text = response.aiMessage().text();
        return new Reply(
                text == null ? "" : text,
                reason == FinishReason.LENGTH,
                reason == FinishReason.CONTENT_FILTER,
                tokens(response.tokenUsage()),
                logProbs(response));
    }

    private static Tokens tokens(@Nullable TokenUsage usage) {
        if (usage == null) {
            return Tokens.NONE;
        }
        long input = orZero(usage.inputTokenCount());
        long output = orZero(usage.outputTokenCount());
        return switch (usage) {
            // Anthropic counts what came from or went to its cache apart from the rest.
            case AnthropicTokenUsage anthropic -> {
                long read = orZero(anthropic.cacheReadInputTokens());
                long written = orZero(anthropic.cacheCreationInputTokens());
                yield new Tokens(input + read + written, read, output);
            }
            case OpenAiTokenUsage openAi -> new Tokens(input, cached(openAi), output);
            default -> new Tokens(input, 0, output);
        };
    }

    private static long cached(OpenAiTokenUsage usage) {
        var details = usage.inputTokensDetails();
        return details == null ? 0 : orZero(details.cachedTokens());
    }

    private static long orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static List<TokenProbability> logProbs(ChatResponse response) {
        return Optional.of(response.metadata())
                .filter(OpenAiChatResponseMetadata.class::isInstance)
                .map(metadata -> ((OpenAiChatResponseMetadata) metadata).logProbs())
                .map(all -> all.stream().map(TokenProbability::of).toList())
                .orElse(List.of());
    }
}
