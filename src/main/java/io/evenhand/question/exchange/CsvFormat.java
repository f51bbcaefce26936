package io.evenhand.question.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.evenhand.platform.SpreadsheetCell;
import io.evenhand.platform.Violation;
import io.evenhand.question.EntryDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A table with a row for each question (RFC 4180); nested fields are JSON in their cells. */
final class CsvFormat implements Format {

    private static final String OTHER_WIDTH = "has more or fewer cells than the header";

    private final Columns columns = new Columns();

    @Override
    public List<FileEntry> read(String text, Consumer<Violation> wrong) {
        List<FileEntry> entries = new ArrayList<>();
        int line = 1;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                line = Math.toIntExact(row.getStartingLineNumber());
                if (entries.isEmpty() && !hasKnownColumns(row.getHeader(), wrong)) {
                    return List.of();
                }
                if (row.getFieldCount() != row.getHeader().size()) {
                    wrong.accept(Violation.atLine(line, "", OTHER_WIDTH));
                    return List.of();
                }
                entries.add(entry(row, entries.size(), line, wrong));
            }
        } catch (CsvParseException e) {
            wrong.accept(
                    Violation.atLine(
                            line,
                            "",
                            "in this row or the next one: is not CSV, or " + OTHER_WIDTH));
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (entries.isEmpty()) {
            wrong.accept(Violation.atLine(1, "", "has no rows below its header"));
        }
        return entries;
    }

    @Override
    public String write(List<EntryDocument> entries) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.names());
            entries.forEach(entry -> csv.writeRecord(columns.cells(entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private boolean hasKnownColumns(List<String> header, Consumer<Violation> wrong) {
        Set<String> seen = new HashSet<>();
        boolean known = true;
        for (String name : header) {
            if (!columns.isKnown(name) || !seen.add(name)) {
                wrong.accept(
                        Violation.atLine(
                                1,
                                "",
                                "column "
                                        + (header.indexOf(name) + 1)
                                        + " is none of these, or stands twice: "
                                        + String.join(", ", columns.names())));
                known = false;
            }
        }
        return known;
    }

    private FileEntry entry(NamedCsvRecord row, int index, int line, Consumer<Violation> wrong) {
        String pointer = "/questions/" + index;
        ObjectNode node = columns.object();
        for (String name : row.getHeader()) {
            String cell = SpreadsheetCell.text(row.getField(name));
            if (!cell.isBlank()) {
                JsonNode value =
                        columns.value(
                                name,
                                cell,
                                problem ->
                                        wrong.accept(
                                                Violation.atLine(
                                                        line, pointer + "/" + name, problem)));
                node.set(name, value);
            }
        }
        return new FileEntry(node, pointer, ignored -> line);
    }
}
