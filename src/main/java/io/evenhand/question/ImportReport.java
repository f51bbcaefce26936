package io.evenhand.question;

/**
 * What became of the questions of a file.
 *
 * @param created questions that are new to the bank
 * @param updated questions that got a new version
 * @param unchanged questions that the bank had already, word for word
 */
public record ImportReport(int created, int updated, int unchanged) {

    static final ImportReport NOTHING = new ImportReport(0, 0, 0);

    ImportReport plus(ImportReport other) {
        return new ImportReport(
                created + other.created, updated + other.updated, unchanged + other.unchanged);
    }
}
