package io.evenhand.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells text from what only looks like it. */
final class Unicode {

    private static final int MOST_REPORTED = 50;

    private Unicode() {}

    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Where names and strings hold half a surrogate pair. */
    static List<Violation> halfCharacters(JsonParser parser) {
        List<Violation> found = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != null && found.size() < MOST_REPORTED;
                token = parser.nextToken()) {
            boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
            if (text && hasHalf(parser.getString())) {
                found.add(
                        Violation.at(
                                parser.streamReadContext().pathAsPointer().toString(),
                                "holds half of a surrogate pair, which is no character"));
            }
        }
        return found;
    }

    private static boolean hasHalf(String text) {
        return text.codePoints()
                .anyMatch(
                        point ->
                                Character.MIN_SURROGATE <= point
                                        && point <= Character.MAX_SURROGATE);
    }
}
