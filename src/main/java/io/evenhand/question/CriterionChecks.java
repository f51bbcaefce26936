package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.util.List;
import java.util.Optional;

/** Reads one criterion from its document and says all that is wrong with it. */
final class CriterionChecks {

    private final CriterionDocument document;
    private final String pointer;
    private final Violations violations;

    CriterionChecks(CriterionDocument document, String pointer, Violations violations) {
        this.document = document;
        this.pointer = pointer;
        this.violations = violations;
    }

    Optional<Criterion> read() {
        int before = violations.count();
        Optional<String> id = id();
        Optional<String> description =
                Limits.text(
                        document.description(), pointer + "/description", Limits.TEXT, violations);
        Optional<Points> points = points();
        List<Level> levels =
                points.map(most -> new LevelChecks(document, pointer, violations).read(most))
                        .orElse(List.of());
        Optional<Points> capAt = capAt();
        points.filter(Points::isNegative).ifPresent(ignored -> requireBareDeduction());
        if (violations.count() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new Criterion(
                        id.orElseThrow(),
                        description.orElseThrow(),
                        points.orElseThrow(),
                        levels,
                        Boolean.TRUE.equals(document.partial()),
                        capAt));
    }

    private Optional<String> id() {
        return Limits.text(document.id(), pointer + "/id", Limits.NAME, violations)
                .filter(
                        id ->
                                violations.require(
                                        id.codePoints().noneMatch(Character::isISOControl),
                                        pointer + "/id",
                                        "has a control character"));
    }

    private Optional<Points> points() {
        String at = pointer + "/points";
        return Limits.points(document.points(), at, violations)
                .filter(
                        points ->
                                violations.require(
                                        points.value().signum() != 0,
                                        at,
                                        "is 0: it decides nothing"));
    }

    private Optional<Points> capAt() {
        boolean required = Boolean.TRUE.equals(document.required());
        String at = pointer + "/capAt";
        if (document.capAt() == null) {
            violations.require(
                    !required, at, "a required criterion says what the score is capped at");
            return Optional.empty();
        }
        violations.require(required, pointer + "/required", "capAt goes with required: true");
        return Limits.points(document.capAt(), at, violations)
                .filter(cap -> violations.require(!cap.isNegative(), at, "is below 0"));
    }

    private void requireBareDeduction() {
        String why = "a deduction (negative points) does not have it";
        violations.require(document.levels() == null, pointer + "/levels", why);
        violations.require(!Boolean.TRUE.equals(document.partial()), pointer + "/partial", why);
        violations.require(!Boolean.TRUE.equals(document.required()), pointer + "/required", why);
    }
}
