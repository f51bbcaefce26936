package io.evenhand.guard.detect;

import io.evenhand.guard.Inspection;
import io.evenhand.guard.Traced;
import java.util.List;

/** What detectors look at: an inspection with the readings of its answer, made once. */
final class Subject {

    private final Inspection inspection;
    private final Reading plain;
    private final Reading shown;
    private final List<Reading> readings;

    Subject(Inspection inspection) {
        this.inspection = inspection;
        this.plain = Reading.of(Traced.of(inspection.answer()), false);
        this.shown = Reading.of(inspection.view().traced(), false);
        this.readings = Readings.of(inspection.answer(), plain, shown);
    }

    Inspection inspection() {
        return inspection;
    }

    String answer() {
        return inspection.answer();
    }

    /** The answer as it was sent, hidden markup included. */
    Reading plain() {
        return plain;
    }

    /** The judge's view. */
    Reading shown() {
        return shown;
    }

    /** The plain one first, then decoded ones, without repetition. */
    List<Reading> readings() {
        return readings;
    }
}
