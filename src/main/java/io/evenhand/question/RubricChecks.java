package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a rubric from its document and says all that is wrong with it. */
final class RubricChecks {

    private final RubricDocument document;
    private final String pointer;
    private final Violations violations;

    RubricChecks(RubricDocument document, String pointer, Violations violations) {
        this.document = document;
        this.pointer = pointer + "/criteria";
        this.violations = violations;
    }

    Optional<Rubric> read() {
        List<@Nullable CriterionDocument> given = Nulls.none(document.criteria());
        if (!violations.require(!given.isEmpty(), pointer, "a rubric has at least one criterion")
                || !violations.require(
                        given.size() <= Limits.CRITERIA,
                        pointer,
                        "a rubric has at most " + Limits.CRITERIA + " criteria")) {
            return Optional.empty();
        }
        List<Criterion> criteria = criteria(given);
        boolean earns =
                violations.require(
                        !given.stream().allMatch(RubricChecks::isDeduction),
                        pointer,
                        "has only deductions: there is nothing to earn");
        if (!earns || criteria.size() < given.size()) {
            return Optional.empty();
        }
        Rubric rubric = new Rubric(criteria);
        return capsAreWithin(rubric) ? Optional.of(rubric) : Optional.empty();
    }

    private List<Criterion> criteria(List<@Nullable CriterionDocument> given) {
        Set<String> ids = new HashSet<>();
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String at = pointer + "/" + i;
            CriterionDocument criterion = given.get(i);
            if (criterion == null) {
                violations.add(at, "is null");
                continue;
            }
            boolean once =
                    violations.require(
                            criterion.id() == null || ids.add(criterion.id()),
                            at + "/id",
                            "stands twice in the rubric");
            new CriterionChecks(criterion, at, violations)
                    .read()
                    .filter(ignored -> once)
                    .ifPresent(criteria::add);
        }
        return criteria;
    }

    private static boolean isDeduction(@Nullable CriterionDocument criterion) {
        return criterion != null && criterion.points() != null && criterion.points().signum() < 0;
    }

    private boolean capsAreWithin(Rubric rubric) {
        boolean within = true;
        for (int i = 0; i < rubric.criteria().size(); i++) {
            Optional<Points> cap = rubric.criteria().get(i).capAt();
            within &=
                    violations.require(
                            cap.isEmpty() || cap.get().compareTo(rubric.maxScore()) <= 0,
                            pointer + "/" + i + "/capAt",
                            "is above the rubric's maximum score");
        }
        return within;
    }
}
