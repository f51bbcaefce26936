package io.evenhand.grading.web;

import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Selection;
import io.evenhand.grading.review.Decision;
import io.evenhand.platform.Violations;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a decision on one grading and says all that is wrong with it. */
public final class DecisionReader {

    /** In UTF-16 code units, as of all texts of a request but the answer. */
    private static final int LONGEST_TEXT = 20_000;

    private static final int MOST_WORDS = 50;

    private final Grading grading;
    private final ReviewRequest request;
    private final Violations violations;

    public DecisionReader(Grading grading, ReviewRequest request, Violations violations) {
        this.grading = grading;
        this.request = request;
        this.violations = violations;
    }

    public Decision read() {
        Map<String, Points> points = points();
        if (grading.machineGrade().isEmpty()) {
            requireAll(points);
        }
        grading.machineGrade().ifPresent(grade -> requireWhatItCouldNotTell(grade, points));
        Optional<Feedback> feedback = Optional.ofNullable(request.feedback()).map(this::feedback);
        Optional<String> reason = text("/reason", request.reason());
        Selection selection = selection();
        Optional<String> reply = text("/reply", request.reply()).filter(said -> !said.isBlank());
        violations.refuseIfAny();
        return new Decision(points, feedback, reason, selection, reply);
    }

    private Map<String, Points> points() {
        Map<String, Points> points = new LinkedHashMap<>();
        List<ReviewRequest.@Nullable Points> given = orNone(request.criteria());
        for (int i = 0; i < given.size(); i++) {
            String at = "/criteria/" + i;
            ReviewRequest.Points one = given.get(i);
            if (one == null || one.id() == null) {
                violations.add(at + "/id", "is missing");
                continue;
            }
            Optional<Criterion> criterion = criterion(one.id());
            violations.require(
                    criterion.isPresent(), at + "/id", "is no criterion of this grading's rubric");
            criterion
                    .flatMap(c -> PointsCheck.of(c, one.points(), at + "/points", violations))
                    .ifPresent(
                            p ->
                                    violations.require(
                                            points.put(one.id(), p) == null,
                                            at + "/id",
                                            "is there twice"));
        }
        return points;
    }

    private Optional<Criterion> criterion(String id) {
        return grading.submission().rubric().criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst();
    }

    /** Without a machine's points there are none to keep. */
    private void requireAll(Map<String, Points> points) {
        long missing =
                grading.submission().rubric().criteria().stream()
                        .filter(criterion -> !points.containsKey(criterion.id()))
                        .count();
        violations.require(
                missing == 0,
                "/criteria",
                "leaves out "
                        + missing
                        + " of the rubric's criteria; no machine has graded this answer, so that"
                        + " each needs points");
    }

    /** A deduction that nobody speaks of does not apply, but points have to come from somebody. */
    private void requireWhatItCouldNotTell(Grade machine, Map<String, Points> points) {
        machine.criteria().stream()
                .filter(grade -> grade.abstained() && grade.maxPoints().isPositive())
                .filter(grade -> !points.containsKey(grade.id()))
                .forEach(
                        grade ->
                                violations.add(
                                        "/criteria",
                                        "leaves out \"%s\": the machine could not tell, so that"
                                                .concat(" the decision must")
                                                .formatted(grade.id())));
    }

    private Feedback feedback(ReviewRequest.Words words) {
        return new Feedback(
                text("/feedback/summary", words.summary()).orElse(""),
                texts("/feedback/strengths", words.strengths()),
                texts("/feedback/improvements", words.improvements()));
    }

    private List<String> texts(String pointer, @Nullable List<@Nullable String> given) {
        List<@Nullable String> all = orNone(given);
        if (!violations.require(
                all.size() <= MOST_WORDS, pointer, "holds more than " + MOST_WORDS + " texts")) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String at = pointer + "/" + i;
            violations.require(all.get(i) != null, at, "is null");
            text(at, all.get(i)).ifPresent(texts::add);
        }
        return texts;
    }

    private Optional<String> text(String pointer, @Nullable String given) {
        return Optional.ofNullable(given)
                .filter(
                        text ->
                                violations.require(
                                        text.length() <= LONGEST_TEXT,
                                        pointer,
                                        "is longer than " + LONGEST_TEXT + " UTF-16 code units"));
    }

    private Selection selection() {
        String given = request.selection();
        return Arrays.stream(Selection.values())
                .filter(known -> known.name().equals(given))
                .findFirst()
                .orElseGet(
                        () -> {
                            violations.require(
                                    given == null, "/selection", "is not RANDOM or REASON");
                            return Selection.REASON;
                        });
    }

    private static <T extends @Nullable Object> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
