package io.evenhand.question.exchange;

import io.evenhand.platform.Violation;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/**
 * A question as a file holds it.
 *
 * @param pointer to it within the file, as {@code /questions/0}
 * @param lines the line in which what a pointer names begins, from 1
 */
record FileEntry(JsonNode node, String pointer, ToIntFunction<String> lines) {

    /** What is wrong with a part of it, said of the file. */
    Violation inFile(Violation ofEntry) {
        String place = pointer + (ofEntry.pointer() == null ? "" : ofEntry.pointer());
        return Violation.atLine(lines.applyAsInt(place), place, ofEntry.message());
    }
}
