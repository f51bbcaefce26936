package io.evenhand.batch.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.platform.Refusal;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Records are the same wherever the network cuts an upload. */
class FormatsTests {

    private static final StrictJson JSON = new StrictJson();

    @Test
    void ndjsonIsCutAtLineBreaks() {
        assertRecords(
                () -> new NdjsonFormat(JSON),
                "\uFEFF{\"a\":1}\r\n\n  \n{\"b\":\"é\"}\n{\"c\":3}",
                "1:{\"a\":1}\r",
                "4:{\"b\":\"é\"}",
                "5:{\"c\":3}");
    }

    @Test
    void anArrayIsCutAtItsOwnCommas() {
        assertRecords(
                () -> new ArrayFormat(JSON),
                " [ {\"a\": [1, 2], \"b\": \"x,]}\\\"\"}, nonsense ,\n\"text\", {\"c\": {}}] \n",
                "1:{\"a\": [1, 2], \"b\": \"x,]}\\\"\"}",
                "2:nonsense ",
                "3:\"text\"",
                "4:{\"c\": {}}");
    }

    @Test
    void anEmptyArrayHasNoElements() {
        assertRecords(() -> new ArrayFormat(JSON), "[ ]");
    }

    @Test
    void whatIsNoWholeArrayIsRefused() {
        for (String text : List.of("{}", "[1", "[1] 2", "", "[\"]")) {
            assertThatThrownBy(() -> records(new ArrayFormat(JSON), text, 3))
                    .as(text)
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void csvIsCutAtLineBreaksThatAreInNoQuotes() {
        assertRecords(
                CsvFormat::new,
                "answer,customId\r\n\"a\nb \"\"c\"\", d\",x\r\n\r\nplain \"q\" text,y\nlast,z",
                "2:\"a\nb \"\"c\"\", d\",x",
                "5:plain \"q\" text,y",
                "6:last,z");
    }

    @Test
    void csvColumnsAreFoundByTheirNames() {
        CsvFormat csv = new CsvFormat();
        RawLine line =
                records(csv, "language,answer,customId\nde,\"Nein, \"\"so\"\"\",7\n", 4).getFirst();

        LineDocument document = csv.read(line, new Violations());

        assertThat(document.language()).isEqualTo("de");
        assertThat(document.answer()).isEqualTo("Nein, \"so\"");
        assertThat(document.customId()).isEqualTo("7");
        assertThat(document.candidateRef()).isNull();
    }

    @Test
    void aRecordThatIsTooLongIsKnownAsThatAndNotHeld() {
        NdjsonFormat format = new NdjsonFormat(JSON);
        byte[] bytes = new byte[LineBytes.MOST];
        Arrays.fill(bytes, (byte) 'x');
        format.feed(bytes);
        format.feed(bytes);
        List<RawLine> lines = format.feed("\n{}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(lines).extracting(RawLine::isTooLong).containsExactly(true, false);
        assertThat(lines.getFirst().bytes()).hasSize(LineBytes.MOST);
        assertThat(lines.getFirst().length()).isEqualTo(2L * LineBytes.MOST);
        assertThat(lines.getLast().number()).isEqualTo(2);
    }

    private static void assertRecords(
            Supplier<UploadFormat> format, String text, String... expected) {
        for (int size : List.of(1, 2, 3, 7, 1000)) {
            assertThat(records(format.get(), text, size))
                    .as("in pieces of %d", size)
                    .extracting(
                            line ->
                                    line.number()
                                            + ":"
                                            + new String(line.bytes(), StandardCharsets.UTF_8))
                    .containsExactly(expected);
        }
    }

    private static List<RawLine> records(UploadFormat format, String text, int size) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<RawLine> records = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += size) {
            records.addAll(
                    format.feed(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + size))));
        }
        records.addAll(format.end());
        return records;
    }
}
