package io.evenhand.trust;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        try (Stream<GoldAnswer> answers = stream(file)) {
            all = answers.toList();
        }
        int wanted = Math.min(limit, all.size());
        List<GoldAnswer> spread = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            spread.add(all.get((int) ((long) i * all.size() / wanted)));
        }
        return spread;
    }

    /** The answers that are not blank, one by one; closes the file when it is closed. */
    @SuppressWarnings("MustBeClosedChecker")
    static Stream<GoldAnswer> stream(Path file) throws IOException {
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
        return csv.stream()
                .map(GoldFile::answer)
                .filter(answer -> !answer.answer().isBlank())
                .onClose(() -> close(csv));
    }

    private static void close(CsvReader<NamedCsvRecord> csv) {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldAnswer answer(NamedCsvRecord row) {
        JsonNode rubric =
                row.getField("rubric").isBlank()
                        ? JSON.createObjectNode()
                        : JSON.readTree(row.getField("rubric"));
        double score = Double.parseDouble(row.getField("score"));
        double maxScore = Double.parseDouble(row.getField("max_score"));
        return new GoldAnswer(
                row.getField("answer_id"),
                row.getField("question_id"),
                row.getField("question"),
                modelAnswers(row.getField("model_answer"), rubric),
                row.getField("answer"),
                score,
                maxScore,
                items(rubric, score, maxScore));
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

    private static List<GoldAnswer.Item> items(JsonNode rubric, double score, double maxScore) {
        return switch (rubric.path("type").asString("")) {
            case "items_labelled" -> nodes(rubric.path("items")).map(GoldFile::item).toList();
            case "text" ->
                    List.of(
                            new GoldAnswer.Item(
                                    "1", described(rubric), maxScore, score / maxScore));
            default -> List.of();
        };
    }

    /** A rubric that is one text with examples, as the one criterion that it is. */
    private static String described(JsonNode rubric) {
        return Stream.of(
                        rubric.path("text").asString(""),
                        examples("Correct, for example:", rubric.path("correct_examples")),
                        examples("Not correct, for example:", rubric.path("incorrect_examples")))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String examples(String title, JsonNode examples) {
        String text = examples.asString("");
        return text.isBlank() ? "" : title + "\n" + text;
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
