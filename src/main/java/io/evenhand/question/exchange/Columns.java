package io.evenhand.question.exchange;

import io.evenhand.platform.SpreadsheetCell;
import io.evenhand.question.EntryDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The columns of a table of questions, and how each is written in a cell. */
final class Columns {

    private static final List<String> NAMES =
            List.of(
                    "id",
                    "status",
                    "kind",
                    "level",
                    "category",
                    "skills",
                    "language",
                    "text",
                    "modelAnswers",
                    "exactAnswers",
                    "tolerance",
                    "rubric",
                    "points",
                    "options",
                    "partial",
                    "followUpQuestions",
                    "passMark",
                    "tags",
                    "timeMinutes");

    /** Lists of texts: a cell that does not begin with a bracket is the only one. */
    private static final Set<String> LISTS =
            Set.of("skills", "modelAnswers", "exactAnswers", "followUpQuestions", "tags");

    private static final Set<String> STRUCTURES = Set.of("rubric", "options");
    private static final Set<String> NUMBERS =
            Set.of("points", "passMark", "timeMinutes", "tolerance");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    List<String> names() {
        return NAMES;
    }

    boolean isKnown(String name) {
        return NAMES.contains(name);
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    List<String> cells(EntryDocument entry) {
        JsonNode node = json.valueToTree(entry);
        return NAMES.stream().map(name -> cell(node.path(name))).toList();
    }

    private String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isContainer()
                ? json.writeValueAsString(value)
                : SpreadsheetCell.of(
                        value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
    }

    /** What a cell says; what cannot be read as its column's type stays a text. */
    JsonNode value(String name, String cell, Consumer<String> wrong) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String text = cell.strip();
        if (STRUCTURES.contains(name) || (LISTS.contains(name) && text.startsWith("["))) {
            return structure(cell, wrong);
        }
        if (LISTS.contains(name)) {
            return json.createArrayNode().add(cell);
        }
        if (NUMBERS.contains(name) && NUMBER.matcher(text).matches()) {
            return nodes.numberNode(new BigDecimal(text));
        }
        if (name.equals("partial") && Set.of("true", "false").contains(text)) {
            return nodes.booleanNode(text.equals("true"));
        }
        return nodes.stringNode(cell);
    }

    private JsonNode structure(String cell, Consumer<String> wrong) {
        try {
            return json.readTree(cell);
        } catch (JacksonException e) {
            wrong.accept("is not JSON, which this column holds");
            return JsonNodeFactory.instance.nullNode();
        }
    }
}
