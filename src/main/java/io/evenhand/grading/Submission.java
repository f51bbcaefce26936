package io.evenhand.grading;

import io.evenhand.question.Question;
import io.evenhand.question.Rubric;
import io.evenhand.question.RubricSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What was handed in to be graded, as it was when it arrived.
 *
 * @param answer the candidate's text, untouched
 * @param redact strings that no model may see
 * @param metadata the client's own, handed back as it came
 */
public record Submission(
        Question question,
        Rubric rubric,
        RubricSource rubricSource,
        String answer,
        Optional<String> candidateRef,
        Optional<String> language,
        Optional<String> feedbackLanguage,
        List<String> redact,
        Optional<JsonNode> metadata) {

    public Submission {
        redact = List.copyOf(redact);
        metadata = metadata.filter(node -> !node.isNull());
    }

    /** An answer to a question, graded by the rubric that the question has or implies. */
    public static Submission of(Question question, String answer) {
        return new Submission(
                question,
                question.gradedBy(),
                question.rubricSource(),
                answer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public Submission from(String newCandidateRef) {
        return new Submission(
                question,
                rubric,
                rubricSource,
                answer,
                Optional.of(newCandidateRef),
                language,
                feedbackLanguage,
                redact,
                metadata);
    }

    public Submission withAnswer(String newAnswer) {
        return new Submission(
                question,
                rubric,
                rubricSource,
                newAnswer,
                candidateRef,
                language,
                feedbackLanguage,
                redact,
                metadata);
    }

    /** The same answer, to be graded by another version of its question. */
    public Submission with(Question today) {
        return new Submission(
                today,
                today.gradedBy(),
                today.rubricSource(),
                answer,
                candidateRef,
                language,
                feedbackLanguage,
                redact,
                metadata);
    }
}
