package io.evenhand.trust;

import io.evenhand.guard.Flag;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads attacks or honest texts, an array of JSON, with the questions that they answer. */
final class TextsFile {

    private static final JsonMapper JSON = new JsonMapper();

    private TextsFile() {}

    static List<FlaggedText> read(Path texts, Path questions) {
        Map<String, JsonNode> byId = new HashMap<>();
        JSON.readTree(questions.toFile()).forEach(q -> byId.put(q.path("id").asString(""), q));
        return StreamSupport.stream(JSON.readTree(texts.toFile()).spliterator(), false)
                .map(text -> text(text, byId))
                .toList();
    }

    private static FlaggedText text(JsonNode text, Map<String, JsonNode> questions) {
        JsonNode question =
                questions.getOrDefault(text.path("question").asString(""), JSON.createObjectNode());
        return new FlaggedText(
                text.path("family").asString(text.path("category").asString("honest")),
                text.path("id").asString(""),
                question.path("text").asString(""),
                List.of(question.path("modelAnswer").asString("")),
                text.path("answer").asString(""),
                wanted(text.path("flags")));
    }

    private static Set<Flag.Code> wanted(JsonNode flags) {
        return StreamSupport.stream(flags.spliterator(), false)
                .map(flag -> Flag.Code.valueOf(flag.asString("")))
                .collect(Collectors.toSet());
    }
}
