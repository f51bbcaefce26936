package io.evenhand.llm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How probable the tokens of each verdict were, multiplied. Some servers that enforce a schema
 * report the token that the model would have liked instead of the one that they wrote, so verdicts
 * are looked for in the reported tokens, and one that is not there has no probability.
 */
final class VerdictProbabilities {

    private static final Pattern VERDICT = Pattern.compile("\"verdict\"\\s*:\\s*\"([^\"]*)\"");

    private final Map<String, Double> byKey = new HashMap<>();

    /** Takes the output as it was read, its criteria in the order in which they were written. */
    VerdictProbabilities(JsonNode output, List<TokenProbability> tokens) {
        List<MatchResult> reported = VERDICT.matcher(joined(tokens)).results().toList();
        List<Map.Entry<String, JsonNode>> written =
                List.copyOf(output.path("criteria").properties());
        if (reported.size() != written.size()) {
            return;
        }
        for (int i = 0; i < reported.size(); i++) {
            MatchResult verdict = reported.get(i);
            String wanted = written.get(i).getValue().path("verdict").asString("");
            double probability = product(tokens, verdict.start(1), verdict.end(1));
            if (verdict.group(1).equals(bytewise(wanted.getBytes(StandardCharsets.UTF_8)))
                    && !Double.isNaN(probability)) {
                byKey.put(written.get(i).getKey(), Math.clamp(probability, 0, 1));
            }
        }
    }

    OptionalDouble of(String criterionKey) {
        Double probability = byKey.get(criterionKey);
        return probability == null ? OptionalDouble.empty() : OptionalDouble.of(probability);
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

    private static String joined(List<TokenProbability> tokens) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        tokens.forEach(token -> all.writeBytes(token.bytes()));
        return bytewise(all.toByteArray());
    }

    /** One character for each byte, so that places in the text are places in the tokens. */
    private static String bytewise(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
