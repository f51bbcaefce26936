package io.evenhand.llm;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the JSON object in a model's output and holds it against the schema. */
final class OutputReader {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final Pattern THOUGHT = Pattern.compile("(?s)\\A\\s*<think>.*?</think>");
    private static final Pattern REFUSAL =
            Pattern.compile(
                    "(?i)\\A\\W*(i['’]?m (very |so |really )?sorry|sorry|i apologi[sz]e"
                            + "|(unfortunately,? )?i (can ?not|can['’]t|won['’]t|will not|am (unable|not able))"
                            + "|i['’]m (unable|not able)|as an ai\\b).*",
                    Pattern.DOTALL);

    private OutputReader() {}

    /** The output as JSON; fails with the fault that it shows. */
    static JsonNode read(Reply reply, OutputSchema schema, boolean mendable) {
        if (reply.filtered()) {
            throw CallFailed.of(new Fault.Refused());
        }
        String text = THOUGHT.matcher(reply.text()).replaceFirst("");
        int start = text.indexOf('{');
        int end = text.lastIndexOf('}');
        if (start < 0 && REFUSAL.matcher(text).matches()) {
            throw CallFailed.of(new Fault.Refused());
        }
        if (start < 0 || end < start) {
            throw broken(reply, mendable, List.of("there is no whole JSON object in it"));
        }
        JsonNode output = parse(text.substring(start, end + 1), reply, mendable);
        List<String> problems = schema.problems(output);
        if (!problems.isEmpty()) {
            throw broken(reply, mendable, problems);
        }
        return output;
    }

    private static JsonNode parse(String json, Reply reply, boolean mendable) {
        try {
            return STRICT.readTree(json);
        } catch (JacksonException e) {
            String place =
                    e.getLocation() == null
                            ? ""
                            : " near character " + e.getLocation().getCharOffset();
            throw broken(
                    reply,
                    mendable,
                    List.of("it is not valid JSON" + place + ": " + e.getOriginalMessage()));
        }
    }

    static CallFailed broken(Reply reply, boolean mendable, List<String> problems) {
        List<String> all =
                reply.cutOff()
                        ? List.of("it was cut off for being too long: write much less")
                        : problems;
        return CallFailed.of(new Fault.Broken(reply.text(), all, mendable));
    }
}
