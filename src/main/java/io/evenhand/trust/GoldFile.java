package io.evenhand.trust;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads human-graded answers from a CSV with the columns {@code question_id, question,
 * model_answer, rubric, answer_id, answer, score, max_score}.
 */
final class GoldFile {

    private static final JsonMapper JSON = new JsonMapper();

    private GoldFile() {}

    /** The answers, spread over the whole file: every n-th, so that a limit takes all questions. */
    static List<GoldAnswer> read(Path file, int limit) throws IOException {
        List<GoldAnswer> all;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> records = csv.stream()) {
            all = records.map(GoldFile::answer).filter(a -> !a.answer().isBlank()).toList();
        }
        int wanted = Math.min(limit, all.size());
        List<GoldAnswer> spread = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            spread.add(all.get((int) ((long) i * all.size() / wanted)));
        }
        return spread;
    }

    private static GoldAnswer answer(NamedCsvRecord row) {
        JsonNode rubric =
                row.getField("rubric").isBlank()
                        ? JSON.createObjectNode()
                        : JSON.readTree(row.getField("rubric"));
        return new GoldAnswer(
                row.getField("answer_id"),
                row.getField("question"),
                modelAnswers(row.getField("model_answer"), rubric),
                row.getField("answer"),
                Double.parseDouble(row.getField("score")),
                Double.parseDouble(row.getField("max_score")),
                items(rubric));
    }

    private static List<String> modelAnswers(String modelAnswer, JsonNode rubric) {
        Stream<String> others =
                rubric.path("type").asString("").equals("reference_answers")
                        ? nodes(rubric.path("items")).map(item -> item.path("text").asString(""))
                        : Stream.empty();
        return Stream.concat(Stream.of(modelAnswer), others)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    private static List<GoldAnswer.Item> items(JsonNode rubric) {
        return rubric.path("type").asString("").equals("items_labelled")
                ? nodes(rubric.path("items")).map(GoldFile::item).toList()
                : List.of();
    }

    private static GoldAnswer.Item item(JsonNode node) {
        return new GoldAnswer.Item(
                node.path("id").asString(""),
                node.path("text").asString(""),
                node.path("points").asDouble(1),
                node.path("human_mean").asDouble(0));
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
