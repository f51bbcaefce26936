package io.evenhand.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an answer is graded against, as it was when the answer arrived.
 *
 * @param ref where it stands in the bank; empty if the request brought it along
 * @param modelAnswers answers that are equally right; for kinds that ask for a story, examples
 * @param points the most that an answer can score where no rubric is given
 * @param passMark in percent of the maximum score, 0 to 100
 * @param options of a multiple-choice question, else empty
 * @param partial whether a multiple-choice answer that is partly right earns something
 * @param followUpQuestions what to ask next where something was missing
 * @param exactAnswers present if answers are compared with them, and graded by that alone
 */
public record Question(
        Optional<QuestionRef> ref,
        String text,
        QuestionKind kind,
        List<String> modelAnswers,
        Optional<Rubric> rubric,
        Points points,
        Optional<BigDecimal> passMark,
        List<Option> options,
        boolean partial,
        List<String> followUpQuestions,
        Optional<ExactAnswers> exactAnswers) {

    /** What was stored before questions had follow-ups or exact answers holds none of them. */
    @JsonCreator
    public Question {
        modelAnswers = List.copyOf(modelAnswers);
        options = List.copyOf(options);
        followUpQuestions = List.copyOf(Objects.requireNonNullElse(followUpQuestions, List.of()));
        exactAnswers = Objects.requireNonNullElse(exactAnswers, Optional.empty());
    }

    /** A question without exact answers. */
    public Question(
            Optional<QuestionRef> ref,
            String text,
            QuestionKind kind,
            List<String> modelAnswers,
            Optional<Rubric> rubric,
            Points points,
            Optional<BigDecimal> passMark,
            List<Option> options,
            boolean partial,
            List<String> followUpQuestions) {
        this(
                ref,
                text,
                kind,
                modelAnswers,
                rubric,
                points,
                passMark,
                options,
                partial,
                followUpQuestions,
                Optional.empty());
    }

    /** A question without follow-ups or exact answers. */
    public Question(
            Optional<QuestionRef> ref,
            String text,
            QuestionKind kind,
            List<String> modelAnswers,
            Optional<Rubric> rubric,
            Points points,
            Optional<BigDecimal> passMark,
            List<Option> options,
            boolean partial) {
        this(ref, text, kind, modelAnswers, rubric, points, passMark, options, partial, List.of());
    }

    /** The rubric that answers are graded by: its own, or the one that its kind implies. */
    public Rubric gradedBy() {
        if (kind == QuestionKind.MULTIPLE_CHOICE) {
            return Choice.rubric(this);
        }
        return exactAnswers.isPresent()
                ? ExactAnswers.rubric(points)
                : rubric.orElseGet(() -> DefaultRubric.of(this));
    }

    public RubricSource rubricSource() {
        if (rubric.isEmpty()) {
            return RubricSource.DEFAULT;
        }
        return ref.isPresent() ? RubricSource.QUESTION : RubricSource.GIVEN;
    }

    /** The same question with another rubric. */
    public Question with(Rubric newRubric) {
        return new Question(
                ref,
                text,
                kind,
                modelAnswers,
                Optional.of(newRubric),
                points,
                passMark,
                options,
                partial,
                followUpQuestions);
    }

    /** The same question at a place in the bank. */
    public Question in(Optional<QuestionRef> newRef) {
        return new Question(
                newRef,
                text,
                kind,
                modelAnswers,
                rubric,
                points,
                passMark,
                options,
                partial,
                followUpQuestions,
                exactAnswers);
    }
}
