package io.evenhand.llm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * How probable the tokens of each verdict were, multiplied. Nothing is said where the reported
 * tokens are not the output.
 */
final class VerdictProbabilities {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Double> byKey = new HashMap<>();

    VerdictProbabilities(Reply reply) {
        byte[] output = reply.text().getBytes(StandardCharsets.UTF_8);
        int start = reply.text().indexOf('{');
        if (start < 0 || !Arrays.equals(output, joined(reply.logProbs()))) {
            return;
        }
        int offset = reply.text().substring(0, start).getBytes(StandardCharsets.UTF_8).length;
        byte[] json = Arrays.copyOfRange(output, offset, output.length);
        try (JsonParser parser = JSON.createParser(json)) {
            find(parser, offset, reply.logProbs());
        } catch (JacksonException e) {
            // Whoever reads the judgement says what is wrong with it; here it only has no verdicts.
            byKey.clear();
        }
    }

    OptionalDouble of(String criterionKey) {
        Double probability = byKey.get(criterionKey);
        return probability == null ? OptionalDouble.empty() : OptionalDouble.of(probability);
    }

    private void find(JsonParser parser, int offset, List<TokenProbability> tokens) {
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
            if (token == JsonToken.VALUE_STRING && "verdict".equals(parser.currentName())) {
                String key = parser.streamReadContext().getParent().currentName();
                // The string is read to its end, so that the place behind it is known.
                int length = parser.getString().getBytes(StandardCharsets.UTF_8).length;
                int end = offset + (int) parser.currentLocation().getByteOffset() - 1;
                put(key, product(tokens, end - length, end));
            }
        }
    }

    private void put(String key, double probability) {
        if (!Double.isNaN(probability)) {
            byKey.put(key, Math.clamp(probability, 0, 1));
        }
    }

    private static double product(List<TokenProbability> tokens, int from, int to) {
        double product = 1;
        int at = 0;
        for (TokenProbability token : tokens) {
            int next = at + token.bytes().length;
            if (at < to && next > from) {
                product *= token.probability();
            }
            at = next;
        }
        return product;
    }

    private static byte[] joined(List<TokenProbability> tokens) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        tokens.forEach(token -> all.writeBytes(token.bytes()));
        return all.toByteArray();
    }
}
