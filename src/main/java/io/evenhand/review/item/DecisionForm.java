package io.evenhand.review.item;

import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.review.Decision;
import io.evenhand.grading.web.DecisionReader;
import io.evenhand.grading.web.ReviewRequest;
import io.evenhand.platform.Violation;
import io.evenhand.platform.Violations;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** A decision as the form of the page brings it. */
final class DecisionForm {

    private static final String OTHER = "other";
    private static final Pattern CRITERION = Pattern.compile("^/(criteria|places)/(\\d+)");

    /** No points have more; a longer number is not looked at. */
    private static final int LONGEST_NUMBER = 20;

    private final Grading grading;
    private final MultiValueMap<String, String> form;

    DecisionForm(Grading grading, MultiValueMap<String, String> form) {
        this.grading = grading;
        this.form = form;
    }

    /** Checked as the API checks it. */
    Decision decision() {
        Violations violations = new Violations();
        List<ReviewRequest.Points> given = new ArrayList<>();
        List<Criterion> criteria = grading.submission().rubric().criteria();
        for (int place = 1; place <= criteria.size(); place++) {
            String id = criteria.get(place - 1).id();
            String value = value(place);
            Optional<BigDecimal> number = number(value);
            violations.require(
                    value.isBlank() || number.isPresent(),
                    "/places/" + (place - 1),
                    "is no number");
            number.ifPresent(points -> given.add(new ReviewRequest.Points(id, points)));
        }
        Optional<Feedback> feedback = feedback();
        ReviewRequest request =
                new ReviewRequest(
                        List.copyOf(given),
                        feedback.map(DecisionForm::words).orElse(null),
                        Optional.of(text("reason")).filter(r -> !r.isBlank()).orElse(null),
                        null,
                        Optional.of(text("reply")).filter(r -> !r.isBlank()).orElse(null));
        return new DecisionReader(grading, request, violations).read();
    }

    /** What is wrong, by the number of the criterion as the page shows it. */
    List<String> problems(List<Violation> violations) {
        List<Integer> given =
                IntStream.rangeClosed(1, grading.submission().rubric().criteria().size())
                        .filter(place -> number(value(place)).isPresent())
                        .boxed()
                        .toList();
        return violations.stream().map(violation -> problem(violation, given)).toList();
    }

    private static String problem(Violation violation, List<Integer> given) {
        String pointer = violation.pointer();
        Matcher at = CRITERION.matcher(pointer == null ? "" : pointer);
        if (!at.find()) {
            return "The decision " + violation.message() + ".";
        }
        int index = Integer.parseInt(at.group(2));
        int place = at.group(1).equals("places") ? index + 1 : given.get(index);
        return "What was given for criterion " + place + " " + violation.message() + ".";
    }

    /** What is chosen so far, as far as it can be read, by the id of the criterion. */
    Map<String, Points> points() {
        Map<String, Points> points = new LinkedHashMap<>();
        List<Criterion> criteria = grading.submission().rubric().criteria();
        for (int place = 1; place <= criteria.size(); place++) {
            Criterion criterion = criteria.get(place - 1);
            number(value(place))
                    .filter(given -> isWithin(given, criterion))
                    .ifPresent(given -> points.put(criterion.id(), new Points(given)));
        }
        return points;
    }

    /** Empty if it is the machine's, or was left empty where that was not shown. */
    Optional<Feedback> feedback() {
        Feedback written = written();
        Feedback proposed = grading.machineGrade().map(Grade::feedback).orElse(Feedback.NONE);
        boolean hidden = form.containsKey("hidden") && written.equals(Feedback.NONE);
        return written.equals(normal(proposed)) || hidden ? Optional.empty() : Optional.of(written);
    }

    Feedback written() {
        return new Feedback(text("summary"), lines("strengths"), lines("improvements"));
    }

    long version() {
        String given = text("version");
        return given.matches("\\d{1,18}") ? Long.parseLong(given) : -1;
    }

    /** The same as it comes back from a form, which knows one line break only. */
    static Feedback normal(Feedback feedback) {
        return new Feedback(
                normal(feedback.summary()),
                feedback.strengths().stream().flatMap(text -> split(normal(text))).toList(),
                feedback.improvements().stream().flatMap(text -> split(normal(text))).toList());
    }

    private static ReviewRequest.Words words(Feedback feedback) {
        return new ReviewRequest.Words(
                feedback.summary(),
                List.copyOf(feedback.strengths()),
                List.copyOf(feedback.improvements()));
    }

    private String value(int place) {
        String chosen = text("points-" + place);
        return chosen.equals(OTHER) ? text("other-" + place) : chosen;
    }

    /** The scale comes before any rounding, which of 1e-999999999 would never end. */
    private static boolean isWithin(BigDecimal given, Criterion criterion) {
        BigDecimal own = criterion.points().value();
        return Math.abs((long) given.scale()) <= LONGEST_NUMBER
                && given.compareTo(own.min(BigDecimal.ZERO)) >= 0
                && given.compareTo(own.max(BigDecimal.ZERO)) <= 0;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(text.strip().replace(',', '.'))
                    .filter(number -> !number.isEmpty() && number.length() <= LONGEST_NUMBER)
                    .map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private List<String> lines(String name) {
        return split(text(name)).toList();
    }

    private static Stream<String> split(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private String text(String name) {
        return normal(Optional.ofNullable(form.getFirst(name)).orElse(""));
    }

    private static String normal(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
