package io.evenhand.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A completion in the wire format of OpenAI that has read nothing but the ids of the criteria and
 * the first words of the answer, which it quotes for each of them.
 */
final class StubReply {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FIRST_WORDS =
            Pattern.compile("\n-----[0-9a-f]+-----\\s+((?:\\S+[ \t]+){0,7}\\S+)");
    private static final int INPUT_TOKENS = 900;
    private static final int OUTPUT_TOKENS = 180;

    private StubReply() {}

    /**
     * @param request the body of a chat completion request
     * @param asked when it came, which the summary says
     */
    static String to(JsonNode request, Instant asked) {
        ObjectNode reply = JSON.createObjectNode();
        reply.put("id", "chatcmpl-stub").put("object", "chat.completion");
        reply.put("model", request.path("model").asString("stub"));
        ObjectNode choice = reply.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop");
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", JSON.writeValueAsString(content(request, asked)));
        reply.putObject("usage")
                .put("prompt_tokens", INPUT_TOKENS)
                .put("completion_tokens", OUTPUT_TOKENS)
                .put("total_tokens", INPUT_TOKENS + OUTPUT_TOKENS);
        return JSON.writeValueAsString(reply);
    }

    private static ObjectNode content(JsonNode request, Instant asked) {
        JsonNode schema = request.at("/response_format/json_schema/schema/properties");
        String prompt = request.at("/messages/1/content").asString("");
        List<String> quotes = firstWords(prompt);
        ObjectNode content = JSON.createObjectNode();
        ObjectNode criteria = content.putObject("criteria");
        for (Map.Entry<String, JsonNode> criterion :
                schema.at("/criteria/properties").properties()) {
            judge(criteria.putObject(criterion.getKey()), criterion, prompt, quotes);
        }
        content.put("addressesGrader", false);
        ObjectNode feedback = content.putObject("feedback");
        feedback.put(
                "summary",
                "This is a stand-in for a model: it read your first words only, asked at "
                        + asked
                        + ".");
        feedback.putArray("strengths");
        feedback.putArray("improvements").add("Ask a real model.");
        content.putArray("followUpQuestions");
        return content;
    }

    private static void judge(
            ObjectNode verdict,
            Map.Entry<String, JsonNode> criterion,
            String prompt,
            List<String> quotes) {
        boolean deduction = prompt.contains('"' + criterion.getKey() + "\" (deduction");
        boolean met = !deduction && !quotes.isEmpty();
        verdict.put("reason", met ? "The first words say so." : "Nothing says so.");
        ArrayNode evidence = verdict.putArray("quotes");
        if (met) {
            quotes.forEach(evidence::add);
        }
        JsonNode second = criterion.getValue().at("/properties/verdict/enum/1");
        verdict.put("verdict", met ? second.asString("met") : "not_met");
        verdict.put("confidence", 80);
    }

    private static List<String> firstWords(String prompt) {
        Matcher words = FIRST_WORDS.matcher(prompt);
        return words.find() ? List.of(words.group(1)) : List.of();
    }
}
