package io.evenhand.grading.work;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.Submission;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.Usage;
import io.evenhand.grading.evidence.EvidenceCheck;
import io.evenhand.grading.review.Proposal;
import io.evenhand.grading.review.ReviewPolicies;
import io.evenhand.guard.AnswerGuard;
import io.evenhand.guard.Flag;
import io.evenhand.guard.JudgesView;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has an answer judged: by rule, by a model, or by the fallback, and assesses what they say. */
@Component
class Marking {

    private final AnswerGuard guard;
    private final Graders graders;
    private final ReviewPolicies policies;
    private final StorageJson json;

    Marking(AnswerGuard guard, Graders graders, ReviewPolicies policies, StorageJson json) {
        this.guard = guard;
        this.graders = graders;
        this.policies = policies;
        this.json = json;
    }

    /**
     * @param interactive whether somebody waits, who is better served by a provisional grade now
     *     than by a model's grade later
     */
    Mono<Marked> mark(Grading grading, Instant deadline, boolean interactive) {
        Submission submission = grading.submission();
        JudgesView view = guard.view(submission.answer(), submission.redact());
        Sha256 rubricHash = Sha256.of(json.write(submission.rubric()));
        if (view.isBlank()) {
            return Mono.just(
                    graded(
                            grading,
                            RuleGrader.blank(submission, rubricHash),
                            List.of(blank(submission.answer()))));
        }
        if (submission.question().kind() == QuestionKind.MULTIPLE_CHOICE) {
            return Mono.just(graded(grading, RuleGrader.choice(submission, rubricHash), List.of()));
        }
        Sheet sheet =
                new Sheet(
                        grading,
                        rubricHash,
                        new Assessor(
                                submission.rubric(), new EvidenceCheck(view, submission.answer())));
        return graders.grade(assignment(grading, view, deadline))
                .map(opinions -> Contained.call(() -> marked(sheet, opinions, interactive)));
    }

    private Marked marked(Sheet sheet, Graders.Opinions opinions, boolean interactive) {
        return switch (opinions.model()) {
            case Outcome.Judged(Judgement judgement, Effort effort) ->
                    assessed(
                            sheet,
                            judgement,
                            effort,
                            GraderKind.LLM,
                            Optional.empty(),
                            share(sheet, opinions.fallback()));
            case Outcome.Unavailable(var reason, var effort, var retryAt)
                    when retryAt.isPresent() && !interactive ->
                    new Marked.LetGo(retryAt);
            case Outcome.Unavailable(var reason, var effort, var retryAt) ->
                    provisional(sheet, opinions.fallback(), reason, effort);
            case Outcome.Declined(var reason) ->
                    ungraded(
                            new NoGrade(
                                    reason,
                                    Provenance.withoutModel(
                                            GraderKind.LLM,
                                            sheet.rubricHash(),
                                            Optional.empty(),
                                            0),
                                    Usage.NONE));
            case Outcome.Busy() -> new Marked.LetGo(Optional.empty());
        };
    }

    private Marked provisional(
            Sheet sheet, Outcome fallback, FallbackReason reason, Effort effort) {
        return switch (fallback) {
            case Outcome.Judged(Judgement judgement, Effort own) ->
                    assessed(
                            sheet,
                            judgement,
                            effort.plus(own),
                            GraderKind.SEMANTIC,
                            Optional.of(reason),
                            OptionalDouble.empty());
            case Outcome.Declined(UngradedReason why) ->
                    ungraded(
                            new NoGrade(
                                    why,
                                    Provenance.withoutModel(
                                            GraderKind.SEMANTIC,
                                            sheet.rubricHash(),
                                            Optional.of(reason),
                                            effort.attempts()),
                                    effort.usage()));
            case Outcome.Unavailable ignored -> new Marked.LetGo(Optional.empty());
            case Outcome.Busy ignored -> new Marked.LetGo(Optional.empty());
        };
    }

    private Marked assessed(
            Sheet sheet,
            Judgement judgement,
            Effort effort,
            GraderKind kind,
            Optional<FallbackReason> fallbackReason,
            OptionalDouble secondOpinion) {
        Provenance provenance =
                new Provenance(
                        kind,
                        judgement.model(),
                        judgement.prompt(),
                        judgement.promptHash(),
                        sheet.rubricHash(),
                        fallbackReason,
                        effort.attempts());
        Grade grade = sheet.assessor().assess(judgement, effort, provenance, secondOpinion);
        return saysNothing(grade)
                ? ungraded(new NoGrade(UngradedReason.ALL_ABSTAINED, provenance, effort.usage()))
                : graded(sheet.grading(), grade, List.of());
    }

    /** A score of 0 that rests on deductions alone would be a zero in disguise. */
    private static boolean saysNothing(Grade grade) {
        return grade.criteria().stream()
                .filter(criterion -> criterion.maxPoints().isPositive())
                .allMatch(CriterionGrade::abstained);
    }

    private Marked graded(Grading grading, Grade counted, List<Flag> flags) {
        Question question = grading.submission().question();
        Grade grade = FollowUps.added(question, counted);
        Proposal proposal = new Proposal(grading.id(), grade, flags, question.passMark());
        return new Marked.Graded(grade.withReviewReasons(policies.reasons(proposal)), flags);
    }

    private static Marked ungraded(NoGrade why) {
        return new Marked.Ungraded(why, List.of());
    }

    private static OptionalDouble share(Sheet sheet, Outcome fallback) {
        return fallback instanceof Outcome.Judged(var judgement, var effort)
                ? OptionalDouble.of(sheet.assessor().share(judgement))
                : OptionalDouble.empty();
    }

    private static Assignment assignment(Grading grading, JudgesView view, Instant deadline) {
        Submission submission = grading.submission();
        return new Assignment(
                grading.id(),
                grading.tenant(),
                submission.question(),
                submission.rubric(),
                submission.rubricSource(),
                view.text(),
                submission.language(),
                submission.feedbackLanguage(),
                deadline);
    }

    private static Flag blank(String answer) {
        return new Flag(
                Flag.Code.BLANK_ANSWER, "Nothing in the answer is visible.", 0, answer.length());
    }

    /** What stays the same while one answer is marked. */
    private record Sheet(Grading grading, Sha256 rubricHash, Assessor assessor) {}
}
