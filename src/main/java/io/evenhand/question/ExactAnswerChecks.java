package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the exact answers of a question and says all that is wrong with them. */
final class ExactAnswerChecks {

    private static final int MOST = 50;

    /** In UTF-16 code units: what is longer is not said in the same words twice. */
    private static final int LONGEST = 200;

    private static final BigDecimal WIDEST = new BigDecimal("1e12");
    private static final int DECIMALS = 20;

    private final QuestionDocument document;
    private final String pointer;
    private final Violations violations;

    ExactAnswerChecks(QuestionDocument document, String pointer, Violations violations) {
        this.document = document;
        this.pointer = pointer;
        this.violations = violations;
    }

    Optional<ExactAnswers> read(QuestionKind kind) {
        if (document.exactAnswers() == null) {
            violations.require(
                    document.tolerance() == null,
                    pointer + "/tolerance",
                    "goes with exactAnswers that are numbers");
            return Optional.empty();
        }
        requireNothingElse(kind);
        List<String> texts = texts(document.exactAnswers());
        Optional<BigDecimal> tolerance = tolerance(texts);
        return texts.isEmpty() ? Optional.empty() : Optional.of(new ExactAnswers(texts, tolerance));
    }

    /** Two ways to a grade would leave open which of them was taken. */
    private void requireNothingElse(QuestionKind kind) {
        String why = "a question with exactAnswers is graded by them alone and does not have it";
        violations.require(document.rubric() == null, pointer + "/rubric", why);
        violations.require(document.modelAnswer() == null, pointer + "/modelAnswer", why);
        violations.require(
                Nulls.none(document.modelAnswers()).isEmpty(), pointer + "/modelAnswers", why);
        violations.require(
                kind == QuestionKind.TECHNICAL || kind == QuestionKind.PROBLEM_SOLVING,
                pointer + "/exactAnswers",
                "a question of kind " + kind + " has none: it is TECHNICAL or PROBLEM_SOLVING");
    }

    private List<String> texts(List<@Nullable String> given) {
        String at = pointer + "/exactAnswers";
        if (!violations.require(
                !given.isEmpty() && given.size() <= MOST, at, "holds 1 to " + MOST + " answers")) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String each = at + "/" + i;
            Limits.text(given.get(i), each, LONGEST, violations)
                    .filter(
                            text ->
                                    violations.require(
                                            !ExactAnswers.comparable(text).isEmpty(),
                                            each,
                                            "is nothing but marks that are not compared"))
                    .ifPresent(texts::add);
        }
        return texts;
    }

    private Optional<BigDecimal> tolerance(List<String> texts) {
        BigDecimal tolerance = document.tolerance();
        if (tolerance == null) {
            return Optional.empty();
        }
        String at = pointer + "/tolerance";
        violations.require(
                texts.stream().anyMatch(text -> ShortNumber.of(text).isPresent()),
                at,
                "goes with exactAnswers that are numbers");
        boolean sane =
                tolerance.signum() >= 0
                        && tolerance.compareTo(WIDEST) <= 0
                        && tolerance.precision() <= 2 * DECIMALS
                        && tolerance.stripTrailingZeros().scale() <= DECIMALS;
        return violations.require(
                        sane, at, "is a number of 0 or more with at most " + DECIMALS + " decimals")
                ? Optional.of(plain(tolerance))
                : Optional.empty();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale()));
    }
}
