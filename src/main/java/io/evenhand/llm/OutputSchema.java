package io.evenhand.llm;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.evenhand.question.Criterion;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of a model's output. That of a judgement is made for one rubric: each criterion is a
 * required property of its own.
 */
final class OutputSchema {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String CRITERION = "{{criterion}}";
    private static final int MOST_PROBLEMS = 10;

    /** Says whether the answer speaks to its grader; {@code grade/1} does not have it. */
    static final String ADDRESSES_GRADER = "addressesGrader";

    private final String name;
    private final String text;
    private final Schema schema;

    private OutputSchema(String name, ObjectNode node) {
        this.name = name;
        this.text = JSON.writeValueAsString(node);
        this.schema = REGISTRY.getSchema(forgiving(node));
    }

    /** A model that says nothing of the grader has judged all the same: no repair is worth that. */
    private static ObjectNode forgiving(ObjectNode node) {
        ObjectNode copy = node.deepCopy();
        ArrayNode required = copy.putArray("required");
        node.path("required")
                .valueStream()
                .filter(name -> !name.asString("").equals(ADDRESSES_GRADER))
                .forEach(required::add);
        return copy;
    }

    static OutputSchema of(String template, Keys keys) {
        ObjectNode root = (ObjectNode) JSON.readTree(template);
        ObjectNode criteria = (ObjectNode) root.path("properties").path("criteria");
        ObjectNode properties = (ObjectNode) criteria.path("properties");
        JsonNode pattern = properties.remove(CRITERION);
        if (pattern == null) {
            throw new IllegalStateException("schema.json has no criteria with {{criterion}}");
        }
        ArrayNode required = criteria.putArray("required");
        keys.criteria()
                .forEach(
                        (key, criterion) -> {
                            required.add(key);
                            properties.set(key, fill(pattern.deepCopy(), criterion));
                        });
        return new OutputSchema("grading", root);
    }

    /**
     * The schema as it stands in the prompt.
     *
     * @param name of a few letters, which some providers want
     */
    static OutputSchema of(String name, String text) {
        return new OutputSchema(name, (ObjectNode) JSON.readTree(text));
    }

    private static JsonNode fill(JsonNode pattern, Criterion criterion) {
        ObjectNode verdict = (ObjectNode) pattern.path("properties").path("verdict");
        ArrayNode allowed = verdict.putArray("enum");
        Map<String, ?> verdicts = Keys.verdicts(criterion);
        verdicts.keySet().forEach(allowed::add);
        return pattern;
    }

    /** What is wrong with the output, in words that a model can mend it by; empty if nothing is. */
    List<String> problems(JsonNode output) {
        return schema.validate(output).stream().limit(MOST_PROBLEMS).map(Error::toString).toList();
    }

    String name() {
        return name;
    }

    /** The schema itself, compact. */
    String text() {
        return text;
    }
}
