package io.evenhand.batch.upload;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import io.evenhand.platform.Violations;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) with a header; fields may hold line breaks, and an empty one is not given. */
final class CsvFormat implements UploadFormat {

    private static final Set<String> COLUMNS =
            Set.of("customId", "questionId", "answer", "candidateRef", "language");

    private final CsvSplitter splitter = new CsvSplitter();
    private List<String> header = List.of();

    @Override
    public List<RawLine> feed(byte[] bytes) {
        return withoutHeader(splitter.feed(bytes));
    }

    @Override
    public List<RawLine> end() {
        return withoutHeader(splitter.end());
    }

    private List<RawLine> withoutHeader(List<RawLine> records) {
        if (!header.isEmpty() || records.isEmpty()) {
            return records;
        }
        header = header(records.getFirst());
        return new ArrayList<>(records.subList(1, records.size()));
    }

    private static List<String> header(RawLine line) {
        List<String> names = fields(line).stream().map(String::strip).toList();
        boolean known = COLUMNS.containsAll(names) && new HashSet<>(names).size() == names.size();
        if (!known || !names.contains("answer")) {
            throw new Refusal(
                    ProblemCode.VALIDATION_FAILED,
                    "The first line of the CSV is its header.",
                    List.of(
                            Violation.at(
                                    "",
                                    "has another header than"
                                            + " customId,questionId,answer,candidateRef,language"
                                            + " or some of these, answer among them"
                                            + atFault(names))));
        }
        return names;
    }

    /** The first column that nobody knows; its name is the client's and is not repeated. */
    private static String atFault(List<String> names) {
        if (names.size() == 1 && names.getFirst().contains(";")) {
            return "; its fields are separated by semicolons, not by commas";
        }
        for (int i = 0; i < names.size(); i++) {
            if (!COLUMNS.contains(names.get(i))) {
                return "; column " + (i + 1) + " is none of these";
            }
        }
        return "";
    }

    @Override
    public LineDocument read(RawLine line, Violations violations) {
        List<String> fields = fields(line);
        if (fields.size() != header.size()) {
            throw malformed(
                    "has " + fields.size() + " fields where the header has " + header.size());
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), fields.get(i));
        }
        return new LineDocument(
                given(row, "customId"),
                null,
                given(row, "questionId"),
                null,
                row.get("answer"),
                given(row, "candidateRef"),
                given(row, "language"),
                null,
                null,
                null);
    }

    private static @Nullable String given(Map<String, String> row, String column) {
        String value = row.getOrDefault(column, "");
        return value.isEmpty() ? null : value;
    }

    private static List<String> fields(RawLine line) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line.bytes()))
                            .toString();
            CsvRecord csv = CsvReader.builder().ofSingleCsvRecord(text);
            return csv.getFields();
        } catch (CharacterCodingException e) {
            throw malformed("is not UTF-8");
        } catch (RuntimeException e) {
            // the library's message may hold the answer
            throw malformed("is no record of CSV as RFC 4180 has it");
        }
    }

    private static Refusal malformed(String message) {
        return new Refusal(
                ProblemCode.MALFORMED_BODY,
                "See errors for what cannot be read.",
                List.of(Violation.at("", message)));
    }
}
