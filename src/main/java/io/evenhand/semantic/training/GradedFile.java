package io.evenhand.semantic.training;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.evenhand.platform.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CSV of human-graded answers, with the columns {@code question_id, question, model_answer,
 * rubric, answer_id, answer, score, max_score, label}.
 */
record GradedFile(String name, String sha256, List<GradedAnswer> answers) {

    private static final JsonMapper JSON = new JsonMapper();

    static GradedFile read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> records = csv.stream()) {
            return new GradedFile(
                    String.valueOf(file.getFileName()),
                    Sha256.of(Files.readAllBytes(file)).value(),
                    records.map(GradedFile::answer).toList());
        }
    }

    private static GradedAnswer answer(NamedCsvRecord row) {
        String cell = row.getField("rubric");
        JsonNode rubric = cell.isBlank() ? JSON.createObjectNode() : JSON.readTree(cell);
        double score = Double.parseDouble(row.getField("score"));
        return new GradedAnswer(
                row.getField("answer_id"),
                row.getField("question"),
                keys(row.getField("model_answer"), rubric),
                row.getField("answer"),
                score / Double.parseDouble(row.getField("max_score")),
                row.getField("label"),
                items(rubric, score));
    }

    private static List<String> keys(String modelAnswer, JsonNode rubric) {
        return Stream.concat(
                        Stream.of(modelAnswer),
                        items(rubric, "reference_answers").map(i -> i.path("text").asString("")))
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    /** A rubric that is one text is one item, met by the answers that are right. */
    private static List<GradedAnswer.Item> items(JsonNode rubric, double score) {
        Stream<GradedAnswer.Item> whole =
                rubric.path("type").asString("").equals("text")
                        ? Stream.of(new GradedAnswer.Item(rubric.path("text").asString(""), score))
                        : Stream.empty();
        return Stream.concat(
                        whole,
                        items(rubric, "items_labelled")
                                .map(
                                        item ->
                                                new GradedAnswer.Item(
                                                        item.path("text").asString(""),
                                                        item.path("human_mean").asDouble(0))))
                .toList();
    }

    private static Stream<JsonNode> items(JsonNode rubric, String type) {
        return rubric.path("type").asString("").equals(type)
                ? StreamSupport.stream(rubric.path("items").spliterator(), false)
                : Stream.empty();
    }
}
