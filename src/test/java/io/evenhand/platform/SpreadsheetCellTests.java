package io.evenhand.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell that came from outside begins a formula. */
class SpreadsheetCellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "\uFF0B1",
                "'=1"
            })
    void whatWouldBeAFormulaIsText(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetCell.text(SpreadsheetCell.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "c-1029", " x", "'quoted"})
    void otherTextStaysAsItIs(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.text(text)).isEqualTo(text);
    }
}
