package io.evenhand.batch.upload;

import java.util.ArrayList;
import java.util.List;

/** Finds where the records of a CSV end: at a line break that is in no quotes. */
final class CsvSplitter {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private final ByteOrderMark mark = new ByteOrderMark();
    private final LineBytes current = new LineBytes();
    private State state = State.FIELD_START;
    private boolean afterReturn;
    private int physical = 1;
    private int start = 1;

    List<RawLine> feed(byte[] bytes) {
        List<RawLine> records = new ArrayList<>();
        for (byte next : bytes) {
            if (mark.passes(next)) {
                accept(next, records);
            }
        }
        return records;
    }

    private void accept(byte next, List<RawLine> records) {
        boolean secondOfPair = afterReturn && next == '\n';
        boolean breaks = next == '\n' || next == '\r';
        afterReturn = next == '\r';
        if (breaks && !secondOfPair) {
            physical++;
        }
        if (breaks && state != State.QUOTED) {
            if (!secondOfPair) {
                records.addAll(end());
            }
            start = physical;
            return;
        }
        current.add(next);
        state = next(next);
    }

    private State next(byte next) {
        return switch (state) {
            case FIELD_START -> next == '"' ? State.QUOTED : plain(next);
            case PLAIN -> plain(next);
            case QUOTED -> next == '"' ? State.AFTER_QUOTE : State.QUOTED;
            case AFTER_QUOTE -> next == '"' ? State.QUOTED : plain(next);
        };
    }

    private static State plain(byte next) {
        return next == ',' ? State.FIELD_START : State.PLAIN;
    }

    List<RawLine> end() {
        boolean nothing = current.isEmpty();
        RawLine line = current.take(start);
        state = State.FIELD_START;
        return nothing ? List.of() : List.of(line);
    }
}
