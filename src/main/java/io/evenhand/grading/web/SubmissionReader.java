package io.evenhand.grading.web;

import io.evenhand.grading.Submission;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violation;
import io.evenhand.platform.Violations;
import io.evenhand.question.Choice;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.Questions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a submission from a request, or refuses with everything that is wrong with it. */
@Component
public class SubmissionReader {

    /** In UTF-16 code units (API contract). */
    private static final int LONGEST_ANSWER = 20_000;

    private final Questions questions;
    private final Storage storage;

    SubmissionReader(Questions questions, Storage storage) {
        this.questions = questions;
        this.storage = storage;
    }

    /**
     * @param violations what was found wrong so far
     */
    public Mono<Submission> read(TenantId tenant, GradingRequest request, Violations violations) {
        refuseLongAnswer(request);
        return question(tenant, request, violations)
                .map(question -> submission(question, request, violations));
    }

    /** The submission with today's version of its question, if that is from the bank. */
    public Mono<Submission> refreshed(TenantId tenant, Submission submission) {
        return Mono.justOrEmpty(submission.question().ref())
                .flatMap(ref -> storage.inTransaction(() -> questions.published(tenant, ref.id())))
                .flatMap(Mono::justOrEmpty)
                .map(today -> submission.with(today))
                .defaultIfEmpty(submission);
    }

    private static void refuseLongAnswer(GradingRequest request) {
        if (request.answer() != null && request.answer().length() > LONGEST_ANSWER) {
            String limit = "is longer than " + LONGEST_ANSWER + " UTF-16 code units";
            throw new Refusal(
                    ProblemCode.ANSWER_TOO_LONG,
                    "The answer " + limit + ".",
                    List.of(Violation.at("/answer", limit)));
        }
    }

    private Mono<Optional<Question>> question(
            TenantId tenant, GradingRequest request, Violations violations) {
        String id = request.questionId();
        Integer version = request.questionVersion();
        violations.require(
                version == null || id != null, "/questionVersion", "goes with questionId only");
        if (request.question() != null) {
            violations.require(id == null, "/questionId", "give question or questionId, not both");
            return Mono.just(request.question().read("/question", violations));
        }
        if (id == null) {
            violations.add("/question", "is missing: give question or questionId");
            return Mono.just(Optional.empty());
        }
        return known(tenant, id, version)
                .doOnNext(
                        found ->
                                violations.require(
                                        found.isPresent(),
                                        "/questionId",
                                        "no such question is published in the bank"));
    }

    /** No database is asked for an id that none can hold. */
    private Mono<Optional<Question>> known(TenantId tenant, String id, @Nullable Integer version) {
        if (id.chars().anyMatch(Character::isISOControl)) {
            return Mono.just(Optional.empty());
        }
        return storage.inTransaction(
                () ->
                        version == null
                                ? questions.published(tenant, id)
                                : questions.version(tenant, id, version));
    }

    private static Submission submission(
            Optional<Question> question, GradingRequest request, Violations violations) {
        RequestChecks checks = new RequestChecks(request, violations);
        String answer = checks.answer();
        Optional<String> candidateRef = checks.candidateRef();
        Optional<String> language = checks.language("/language", request.language());
        Optional<String> feedbackLanguage =
                checks.language("/feedbackLanguage", request.feedbackLanguage());
        List<String> redact = checks.redact();
        checks.metadata();
        question.ifPresent(known -> requireKnownOptions(known, answer, violations));
        violations.refuseIfAny();
        Question known = question.orElseThrow();
        return new Submission(
                known,
                known.gradedBy(),
                known.rubricSource(),
                answer,
                candidateRef,
                language,
                feedbackLanguage,
                redact,
                Optional.ofNullable(request.metadata()).filter(node -> !node.isNull()));
    }

    private static void requireKnownOptions(
            Question question, String answer, Violations violations) {
        if (question.kind() == QuestionKind.MULTIPLE_CHOICE) {
            violations.require(
                    Choice.unknown(question, answer).isEmpty(),
                    "/answer",
                    "names an option that the question does not have; give option ids with commas"
                            + " between them");
        }
    }
}
