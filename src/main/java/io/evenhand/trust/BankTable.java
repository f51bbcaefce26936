package io.evenhand.trust;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.evenhand.platform.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Questions of a set as the CSV that the bank imports. */
final class BankTable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> COLUMNS =
            List.of("id", "status", "text", "modelAnswers", "rubric", "points", "tags");

    /** As many as the bank takes. */
    private static final int MODEL_ANSWERS = 20;

    private BankTable() {}

    static String of(AnswerSet set, List<GoldAnswer> questions) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            questions.forEach(question -> csv.writeRecord(row(set, question)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(AnswerSet set, GoldAnswer question) {
        boolean rubric = !question.items().isEmpty();
        List<String> modelAnswers = question.modelAnswers().stream().limit(MODEL_ANSWERS).toList();
        return List.of(
                set.bankId(question),
                "PUBLISHED",
                SpreadsheetCell.of(question.question()),
                modelAnswers.isEmpty() ? "" : JSON.writeValueAsString(modelAnswers),
                rubric ? JSON.writeValueAsString(GradingClient.rubric(question)) : "",
                rubric ? "" : Double.toString(question.maxScore()),
                JSON.writeValueAsString(List.of(set.name())));
    }
}
