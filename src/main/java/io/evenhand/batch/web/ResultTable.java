package io.evenhand.batch.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.evenhand.batch.BatchLine;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.web.GradingView;
import io.evenhand.platform.SpreadsheetCell;
import io.evenhand.platform.Violation;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Results as CSV that a spreadsheet opens without running anything in it. */
final class ResultTable implements ResultFormat {

    private static final List<String> COLUMNS =
            List.of(
                    "line",
                    "customId",
                    "id",
                    "status",
                    "score",
                    "maxScore",
                    "percentage",
                    "confidence",
                    "flags",
                    "reviewReasons",
                    "feedback",
                    "error");

    @Override
    public String head() {
        return written(List.of(COLUMNS));
    }

    @Override
    public String body(List<Result> results) {
        return written(results.stream().map(ResultTable::record).toList());
    }

    private static List<String> record(Result result) {
        BatchLine line = result.line();
        Optional<GradingView> grading = result.grading();
        return List.of(
                Integer.toString(line.number()),
                SpreadsheetCell.of(line.customId().orElse("")),
                cell(grading.map(GradingView::id)),
                cell(grading.map(GradingView::status)),
                cell(grading.map(GradingView::score)),
                cell(grading.map(GradingView::maxScore)),
                cell(grading.map(GradingView::percentage)),
                cell(grading.map(GradingView::confidence)),
                grading.map(view -> list(view.flags(), flag -> flag.code().name())).orElse(""),
                grading.map(view -> list(view.reviewReasons(), Enum::name)).orElse(""),
                SpreadsheetCell.of(
                        grading.map(GradingView::feedback).map(Feedback::summary).orElse("")),
                SpreadsheetCell.of(error(line)));
    }

    private static <T> String list(
            Collection<T> items, java.util.function.Function<T, String> name) {
        return items.stream().map(name).collect(Collectors.joining(" "));
    }

    private static String error(BatchLine line) {
        if (line.fate() instanceof BatchLine.Rejected(String code, List<Violation> errors)) {
            String details =
                    errors.stream()
                            .map(e -> Objects.toString(e.pointer(), "") + " " + e.message())
                            .map(String::strip)
                            .collect(Collectors.joining("; "));
            return details.isEmpty() ? code : code + ": " + details;
        }
        return "";
    }

    private static String cell(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String written(List<List<String>> records) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().build(text);
        records.forEach(csv::writeRecord);
        try {
            csv.flush();
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a text in memory does not fail", e);
        }
        return text.toString();
    }
}
