package io.evenhand.question.exchange;

/** The types of files that the bank reads and writes. */
public enum FileType {
    YAML(new YamlFormat()),
    CSV(new CsvFormat());

    private final Format format;

    FileType(Format format) {
        this.format = format;
    }

    Format format() {
        return format;
    }
}
