package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a question from its document and says all that is wrong with it. */
final class QuestionChecks {

    private static final Points DEFAULT_POINTS = Points.of(10);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final QuestionDocument document;
    private final String pointer;
    private final Violations violations;

    QuestionChecks(QuestionDocument document, String pointer, Violations violations) {
        this.document = document;
        this.pointer = pointer;
        this.violations = violations;
    }

    Optional<Question> read() {
        int before = violations.count();
        Optional<String> text =
                Limits.text(document.text(), pointer + "/text", Limits.TEXT, violations);
        Optional<QuestionKind> kind = kind();
        List<String> modelAnswers = modelAnswers();
        Optional<Rubric> rubric = rubric();
        Points points = points();
        Optional<BigDecimal> passMark = passMark();
        List<Option> options = options(kind);
        List<String> followUps =
                Limits.texts(
                        document.followUpQuestions(), pointer + "/followUpQuestions", violations);
        Optional<ExactAnswers> exactAnswers =
                kind.flatMap(new ExactAnswerChecks(document, pointer, violations)::read);
        kind.ifPresent(this::requireSomethingToGradeAgainst);
        if (violations.count() > before || text.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Question(
                        Optional.empty(),
                        text.get(),
                        kind.get(),
                        modelAnswers,
                        rubric,
                        points,
                        passMark,
                        options,
                        Boolean.TRUE.equals(document.partial()),
                        followUps,
                        exactAnswers));
    }

    private Optional<QuestionKind> kind() {
        String kind = document.kind();
        if (kind == null) {
            return Optional.of(QuestionKind.TECHNICAL);
        }
        Optional<QuestionKind> known =
                Arrays.stream(QuestionKind.values())
                        .filter(candidate -> candidate.name().equals(kind))
                        .findFirst();
        violations.require(
                known.isPresent(),
                pointer + "/kind",
                "is none of " + Arrays.toString(QuestionKind.values()));
        return known;
    }

    private List<String> modelAnswers() {
        List<String> found = new ArrayList<>();
        if (document.modelAnswer() != null) {
            modelAnswer(document.modelAnswer(), pointer + "/modelAnswer").ifPresent(found::add);
        }
        List<@Nullable String> several = Nulls.none(document.modelAnswers());
        if (!violations.require(
                several.size() <= Limits.MODEL_ANSWERS,
                pointer + "/modelAnswers",
                "holds more than " + Limits.MODEL_ANSWERS)) {
            return found;
        }
        for (int i = 0; i < several.size(); i++) {
            modelAnswer(several.get(i), pointer + "/modelAnswers/" + i).ifPresent(found::add);
        }
        return found;
    }

    private Optional<String> modelAnswer(@Nullable String text, String at) {
        return Limits.text(text, at, Limits.TEXT, violations);
    }

    private Optional<Rubric> rubric() {
        RubricDocument rubric = document.rubric();
        return rubric == null
                ? Optional.empty()
                : new RubricChecks(rubric, pointer + "/rubric", violations).read();
    }

    private Points points() {
        if (document.points() == null) {
            return DEFAULT_POINTS;
        }
        String at = pointer + "/points";
        return Limits.points(document.points(), at, violations)
                .filter(points -> violations.require(points.isPositive(), at, "is not above 0"))
                .orElse(DEFAULT_POINTS);
    }

    private Optional<BigDecimal> passMark() {
        if (document.passMark() == null) {
            return Optional.empty();
        }
        String at = pointer + "/passMark";
        return Limits.decimal(document.passMark(), at, violations)
                .filter(
                        mark ->
                                violations.require(
                                        mark.signum() >= 0 && mark.compareTo(HUNDRED) <= 0,
                                        at,
                                        "is a percentage: 0 to 100"));
    }

    private List<Option> options(Optional<QuestionKind> kind) {
        if (kind.isEmpty()) {
            return List.of();
        }
        if (kind.get() == QuestionKind.MULTIPLE_CHOICE) {
            return new OptionChecks(document, pointer, violations).read();
        }
        violations.require(
                document.options() == null,
                pointer + "/options",
                "only a question of kind MULTIPLE_CHOICE has options");
        violations.require(
                document.partial() == null,
                pointer + "/partial",
                "only a question of kind MULTIPLE_CHOICE has it; of a criterion, write it there");
        return List.of();
    }

    private void requireSomethingToGradeAgainst(QuestionKind kind) {
        boolean something =
                kind == QuestionKind.MULTIPLE_CHOICE
                        || document.exactAnswers() != null
                        || document.rubric() != null
                        || document.modelAnswer() != null
                        || !Nulls.none(document.modelAnswers()).isEmpty();
        violations.require(
                something,
                pointer,
                "needs modelAnswer, modelAnswers, exactAnswers or rubric to grade against");
    }
}
