package io.evenhand.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Replies as OpenAI and Anthropic write them. */
final class Wire {

    static final String GOOD =
            """
            {"criteria":{"definition":{"reason":"Says it memorises.","quotes":["memorises the training data"],\
            "verdict":"met","confidence":90},"detection":{"reason":"Both errors are named only.",\
            "quotes":["look at both errors"],"verdict":"mentions","confidence":70},\
            "cure":{"reason":"No remedy.","quotes":[],"verdict":"not_met","confidence":95},\
            "false-fact":{"reason":"Nothing false.","quotes":[],"verdict":"not_met","confidence":80}},\
            "feedback":{"summary":"You know what it is.","strengths":["A clear definition"],\
            "improvements":["Say how to prevent it"]},"followUpQuestions":["How would you prevent it?"]}""";

    private static final JsonMapper JSON = JsonMapper.shared();

    private Wire() {}

    static MappingBuilder chat() {
        return post(urlPathEqualTo("/v1/chat/completions"));
    }

    static MappingBuilder messages() {
        return post(urlPathEqualTo("/v1/messages"));
    }

    static ResponseDefinitionBuilder good() {
        return says(GOOD);
    }

    static ResponseDefinitionBuilder says(String content) {
        return okJson(completion(content, "stop"));
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":{\"message\":\"no\",\"type\":\"some_error\",\"code\":null}}");
    }

    /** A chat completion, as OpenAI writes it. */
    static String completion(String content, String finishReason) {
        ObjectNode reply = JSON.createObjectNode();
        reply.put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1_760_000_000);
        reply.put("model", "gpt-5-mini-2025-08-07").put("service_tier", "default");
        ObjectNode choice = reply.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finishReason).putNull("logprobs");
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", content)
                .putNull("refusal")
                .putArray("annotations");
        ObjectNode usage = reply.putObject("usage");
        usage.put("prompt_tokens", 812).put("completion_tokens", 240).put("total_tokens", 1052);
        usage.putObject("prompt_tokens_details").put("cached_tokens", 512).put("audio_tokens", 0);
        usage.putObject("completion_tokens_details").put("reasoning_tokens", 0);
        return JSON.writeValueAsString(reply);
    }

    /** A message, as Anthropic writes it. */
    static String message(String text, String stopReason) {
        ObjectNode reply = JSON.createObjectNode();
        reply.put("id", "msg_1").put("type", "message").put("role", "assistant");
        reply.put("model", "claude-haiku-4-5");
        reply.putArray("content").addObject().put("type", "text").put("text", text);
        reply.put("stop_reason", stopReason).putNull("stop_sequence");
        reply.putObject("usage")
                .put("input_tokens", 300)
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", 512)
                .put("output_tokens", 240);
        return JSON.writeValueAsString(reply);
    }

    static Map<String, String> model(int port, String name) {
        return Map.of(
                "provider",
                "openai",
                "base-url",
                "http://127.0.0.1:" + port + "/v1",
                "api-key",
                "sk-test-key-that-must-not-leak",
                "model",
                name);
    }
}
