package io.evenhand.interviews.web;

import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.web.Sheet.Cell;
import io.evenhand.platform.SpreadsheetCell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Results as a workbook, of which no more is in memory than the rows of one piece.
 *
 * <p>Texts stand in the cells themselves: a table of shared ones would have to be kept to the end.
 * They are marked as in CSV, since a workbook may be saved as one.
 */
final class XlsxSheet implements SheetFormat {

    private final Sheet sheet;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "Evenhand", "1.0");
    private final Worksheet worksheet = workbook.newWorksheet("results");
    private int rows;

    XlsxSheet(Sheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public byte[] head() {
        worksheet.freezePane(1, 1);
        write(sheet.header());
        return written();
    }

    @Override
    public byte[] body(List<CandidateResult> results) {
        results.forEach(result -> write(sheet.row(result)));
        return written();
    }

    @Override
    public byte[] tail() {
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drained();
    }

    private void write(List<Cell> row) {
        for (int column = 0; column < row.size(); column++) {
            switch (row.get(column)) {
                case Cell.Text(String text) ->
                        worksheet.inlineString(rows, column, SpreadsheetCell.of(text));
                case Cell.Figure(var number) -> worksheet.value(rows, column, number);
            }
        }
        rows++;
    }

    private byte[] written() {
        try {
            worksheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drained();
    }

    private byte[] drained() {
        byte[] piece = bytes.toByteArray();
        bytes.reset();
        return piece;
    }
}
