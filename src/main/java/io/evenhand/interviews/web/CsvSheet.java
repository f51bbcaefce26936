package io.evenhand.interviews.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.web.Sheet.Cell;
import io.evenhand.platform.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Results as CSV (RFC 4180). */
final class CsvSheet implements SheetFormat {

    private final Sheet sheet;

    CsvSheet(Sheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public byte[] head() {
        return written(Stream.of(sheet.header()));
    }

    @Override
    public byte[] body(List<CandidateResult> results) {
        return written(results.stream().map(sheet::row));
    }

    @Override
    public byte[] tail() {
        return new byte[0];
    }

    private static byte[] written(Stream<List<Cell>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            rows.forEach(row -> csv.writeRecord(row.stream().map(CsvSheet::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> SpreadsheetCell.of(text);
            case Cell.Figure(var number) -> number.toPlainString();
        };
    }
}
