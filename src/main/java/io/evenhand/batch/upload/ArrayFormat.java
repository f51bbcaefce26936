package io.evenhand.batch.upload;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import java.util.ArrayList;
import java.util.List;

/**
 * The elements of one JSON array. It looks at brackets and strings alone, so that an element that
 * is no JSON otherwise spoils nothing but itself.
 */
final class ArrayFormat implements UploadFormat {

    private enum Place {
        BEFORE,
        IN_ARRAY,
        AFTER
    }

    private final StrictJson json;
    private final ByteOrderMark mark = new ByteOrderMark();
    private final LineBytes current = new LineBytes();
    private Place place = Place.BEFORE;
    private boolean inString;
    private boolean escaped;
    private boolean blank = true;
    private int depth;
    private int number = 1;

    ArrayFormat(StrictJson json) {
        this.json = json;
    }

    @Override
    public List<RawLine> feed(byte[] bytes) {
        List<RawLine> lines = new ArrayList<>();
        for (byte next : bytes) {
            if (mark.passes(next)) {
                switch (place) {
                    case BEFORE -> begin(next);
                    case IN_ARRAY -> element(next, lines);
                    case AFTER -> require(isBlank(next), "holds something after the array");
                }
            }
        }
        return lines;
    }

    private void begin(byte next) {
        if (!isBlank(next)) {
            require(next == '[', "is no JSON array");
            place = Place.IN_ARRAY;
        }
    }

    private void element(byte next, List<RawLine> lines) {
        if (inString) {
            string(next);
        } else if (depth == 0 && (next == ',' || next == ']')) {
            boolean empty = next == ']' && number == 1 && blank;
            if (!empty) {
                lines.add(current.take(number++));
            }
            blank = true;
            place = next == ']' ? Place.AFTER : place;
            return;
        } else if (next == '"') {
            inString = true;
        } else if (next == '{' || next == '[') {
            depth++;
        } else if ((next == '}' || next == ']') && depth > 0) {
            depth--;
        }
        // space before an element is no part of it, so that a hash does not depend on it
        if (!blank || !isBlank(next)) {
            blank = false;
            current.add(next);
        }
    }

    private void string(byte next) {
        if (escaped) {
            escaped = false;
        } else if (next == '\\') {
            escaped = true;
        } else if (next == '"') {
            inString = false;
        }
    }

    @Override
    public List<RawLine> end() {
        require(place == Place.AFTER, "is no whole JSON array");
        return List.of();
    }

    @Override
    public LineDocument read(RawLine line, Violations violations) {
        return json.read(line.bytes(), LineDocument.class, violations);
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\t' || next == '\r' || next == '\n';
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refusal(ProblemCode.MALFORMED_BODY, "The body " + otherwise + ".");
        }
    }
}
