package io.evenhand.batch.upload;

import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import java.util.ArrayList;
import java.util.List;

/** A JSON object on every line; blank lines are counted and otherwise left alone. */
final class NdjsonFormat implements UploadFormat {

    private final StrictJson json;
    private final ByteOrderMark mark = new ByteOrderMark();
    private final LineBytes current = new LineBytes();
    private boolean blank = true;
    private int number = 1;

    NdjsonFormat(StrictJson json) {
        this.json = json;
    }

    @Override
    public List<RawLine> feed(byte[] bytes) {
        List<RawLine> lines = new ArrayList<>();
        for (byte next : bytes) {
            if (mark.passes(next)) {
                if (next == '\n') {
                    lines.addAll(end());
                    number++;
                } else {
                    blank &= next == ' ' || next == '\t' || next == '\r';
                    current.add(next);
                }
            }
        }
        return lines;
    }

    @Override
    public List<RawLine> end() {
        RawLine line = current.take(number);
        boolean nothing = blank;
        blank = true;
        return nothing ? List.of() : List.of(line);
    }

    @Override
    public LineDocument read(RawLine line, Violations violations) {
        return json.read(line.bytes(), LineDocument.class, violations);
    }
}
