package io.evenhand.authoring.lint;

import java.util.List;
import java.util.Optional;

/**
 * Something that should be mended in a rubric.
 *
 * @param criterion id of the criterion that it is about; empty if it is about the whole
 * @param related ids of other criteria that have to do with it
 * @param message what is wrong, and how to mend it
 */
public record Finding(
        Code code,
        Severity severity,
        Optional<String> criterion,
        List<String> related,
        String message) {

    public Finding {
        related = List.copyOf(related);
    }

    static Finding of(Code code, String criterion, String message) {
        return new Finding(code, code.severity, Optional.of(criterion), List.of(), message);
    }

    static Finding ofWhole(Code code, String message) {
        return new Finding(code, code.severity, Optional.empty(), List.of(), message);
    }

    Finding with(Severity other) {
        return new Finding(code, other, criterion, related, message);
    }

    Finding relatedTo(String other) {
        return new Finding(code, severity, criterion, List.of(other), message);
    }

    /** How much it matters. */
    public enum Severity {
        /** Candidates would get a wrong score. */
        ERROR,
        /** Candidates may get a wrong score, or graders will not agree. */
        WARNING,
        /** Worth knowing. */
        NOTE
    }

    /** All that lint looks for. */
    public enum Code {
        POINTS_DO_NOT_ADD_UP(Severity.WARNING),
        CRITERIA_OVERLAP(Severity.WARNING),
        NOT_OBSERVABLE(Severity.WARNING),
        DOUBLES_QUESTION(Severity.WARNING),
        LEVEL_UNREACHABLE(Severity.WARNING),
        LEVEL_FOR_NOTHING(Severity.WARNING),
        CAP_NEVER_ACTS(Severity.WARNING),
        CAP_LETS_PASS(Severity.NOTE),
        DEDUCTION_CANNOT_APPLY(Severity.WARNING),
        DEDUCTION_BEYOND_MAXIMUM(Severity.NOTE),
        EARNED_BY_SILENCE(Severity.WARNING),
        MODEL_ANSWER_FAILS(Severity.ERROR),
        BLANK_EARNS(Severity.ERROR),
        NOT_TRIED(Severity.NOTE);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }
    }
}
