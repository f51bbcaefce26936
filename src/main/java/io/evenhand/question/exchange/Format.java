package io.evenhand.question.exchange;

import io.evenhand.platform.Violation;
import io.evenhand.question.EntryDocument;
import java.util.List;
import java.util.function.Consumer;

/** A form that files of questions have. */
sealed interface Format permits YamlFormat, CsvFormat {

    /**
     * The entries of a file, not yet checked.
     *
     * @param wrong is told what keeps the file or a part of it from being read
     */
    List<FileEntry> read(String text, Consumer<Violation> wrong);

    String write(List<EntryDocument> entries);
}
