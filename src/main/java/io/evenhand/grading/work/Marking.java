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
import io.evenhand.grading.turns.Urgency;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has an answer judged: by rule, by a model, or by the fallback, and assesses what they say. */
@Component
class Marking {

    private final AnswerGuard guard;
    private final Suspicions suspicions;
    private final Panel panel;
    private final Calibrator calibrator;
    private final ReviewPolicies policies;
    private final StorageJson json;

    Marking(
            AnswerGuard guard,
            Suspicions suspicions,
            Panel panel,
            Calibrator calibrator,
            ReviewPolicies policies,
            StorageJson json) {
        this.guard = guard;
        this.suspicions = suspicions;
        this.panel = panel;
        this.calibrator = calibrator;
        this.policies = policies;
        this.json = json;
    }

    /**
     * @param urgency whoever waits is better served by a provisional grade now than by a model's
     *     grade later
     */
    Mono<Marked> mark(Grading grading, Instant deadline, Urgency urgency) {
        Submission submission = grading.submission();
        JudgesView view = guard.view(submission.answer(), submission.redact());
        Sha256 rubricHash = Sha256.of(json.write(submission.rubric()));
        if (submission.question().kind() == QuestionKind.MULTIPLE_CHOICE && !view.isBlank()) {
            // ids of options, which were checked: nobody can write anything else there
            return Mono.just(graded(grading, RuleGrader.choice(submission, rubricHash), List.of()));
        }
        Mono<List<Flag>> flags = suspicions.of(submission, view);
        if (view.isBlank()) {
            Grade grade = RuleGrader.blank(submission, rubricHash);
            return flags.map(found -> graded(grading, grade, blank(submission.answer(), found)));
        }
        if (submission.question().exactAnswers().isPresent()) {
            String said = guard.unmasked(submission.answer());
            // the rule looks for one text and cannot be talked round; 42 is no blank answer to it
            return Mono.just(
                    graded(grading, RuleGrader.exact(submission, said, rubricHash), List.of()));
        }
        Assessor assessor =
                new Assessor(submission.rubric(), new EvidenceCheck(view, submission.answer()));
        return Mono.zip(
                        panel.judge(grading, assignment(grading, view, deadline, urgency)),
                        flags,
                        (opinions, found) ->
                                Contained.call(
                                        () ->
                                                marked(
                                                        new Sheet(
                                                                grading,
                                                                rubricHash,
                                                                assessor,
                                                                found),
                                                        opinions,
                                                        urgency)))
                .flatMap(marked -> calibrated(grading, marked));
    }

    /** The policies look at the grade as it is after that. */
    private Mono<Marked> calibrated(Grading grading, Marked marked) {
        return marked instanceof Marked.Graded(Grade grade, List<Flag> flags, var again)
                ? calibrator
                        .calibrate(grading, grade)
                        .map(by -> graded(grading, by, flags).again(again))
                : Mono.just(marked);
    }

    private Marked marked(Sheet sheet, Graders.Opinions opinions, Urgency urgency) {
        return switch (opinions.model()) {
            case Outcome.Judged(Judgement judgement, Effort effort) ->
                    byModel(sheet, judgement, effort, false, opinions.fallback());
            case Outcome.Reused(Judgement judgement, Effort effort) ->
                    byModel(sheet, judgement, effort, true, opinions.fallback());
            case Outcome.Unavailable(var reason, var effort, var retryAt)
                    when reason == FallbackReason.BUDGET_SPENT ->
                    provisional(sheet, opinions.fallback(), reason, effort).again(retryAt);
            case Outcome.Unavailable(var reason, var effort, var retryAt)
                    when retryAt.isPresent() && urgency != Urgency.INTERACTIVE ->
                    new Marked.LetGo(retryAt, effort.usage());
            case Outcome.Unavailable(var reason, var effort, var retryAt) ->
                    provisional(sheet, opinions.fallback(), reason, effort);
            case Outcome.Declined(var reason) ->
                    ungraded(
                            sheet,
                            new NoGrade(
                                    reason,
                                    Provenance.withoutModel(
                                            GraderKind.LLM,
                                            sheet.rubricHash(),
                                            Optional.empty(),
                                            0),
                                    Usage.NONE));
            case Outcome.Busy() -> new Marked.LetGo(Optional.empty(), Usage.NONE);
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
                            Provenance.withoutModel(
                                    GraderKind.SEMANTIC,
                                    sheet.rubricHash(),
                                    Optional.of(reason),
                                    effort.plus(own).attempts()),
                            OptionalDouble.empty());
            case Outcome.Declined(UngradedReason why) ->
                    ungraded(
                            sheet,
                            new NoGrade(
                                    why,
                                    Provenance.withoutModel(
                                            GraderKind.SEMANTIC,
                                            sheet.rubricHash(),
                                            Optional.of(reason),
                                            effort.attempts()),
                                    effort.usage()));
            case Outcome.Unavailable ignored -> new Marked.LetGo(Optional.empty(), effort.usage());
            case Outcome.Reused ignored -> new Marked.LetGo(Optional.empty(), effort.usage());
            case Outcome.Busy ignored -> new Marked.LetGo(Optional.empty(), effort.usage());
        };
    }

    private Marked byModel(
            Sheet sheet, Judgement judgement, Effort effort, boolean cached, Outcome fallback) {
        Provenance provenance =
                Provenance.ofModel(judgement, sheet.rubricHash(), effort.attempts(), cached);
        return assessed(sheet, judgement, effort, provenance, share(sheet, fallback));
    }

    private Marked assessed(
            Sheet sheet,
            Judgement judgement,
            Effort effort,
            Provenance provenance,
            OptionalDouble secondOpinion) {
        Grade grade = sheet.assessor().assess(judgement, effort, provenance, secondOpinion);
        return saysNothing(grade)
                ? ungraded(
                        sheet,
                        new NoGrade(UngradedReason.ALL_ABSTAINED, provenance, effort.usage()))
                : graded(sheet.grading(), grade, flags(sheet, judgement));
    }

    private static List<Flag> flags(Sheet sheet, Judgement judgement) {
        String answer = sheet.grading().submission().answer();
        return SecondLine.after(sheet.flags(), judgement, answer);
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
        return new Marked.Graded(
                grade.withReviewReasons(policies.reasons(proposal)), flags, Optional.empty());
    }

    private static Marked ungraded(Sheet sheet, NoGrade why) {
        return new Marked.Ungraded(why, sheet.flags(), Optional.empty());
    }

    private static OptionalDouble share(Sheet sheet, Outcome fallback) {
        return fallback instanceof Outcome.Judged(var judgement, var effort)
                ? OptionalDouble.of(sheet.assessor().share(judgement))
                : OptionalDouble.empty();
    }

    private static Assignment assignment(
            Grading grading, JudgesView view, Instant deadline, Urgency urgency) {
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
                deadline,
                urgency);
    }

    private static List<Flag> blank(String answer, List<Flag> found) {
        Flag blank =
                new Flag(
                        Flag.Code.BLANK_ANSWER,
                        "Nothing in the answer is visible.",
                        0,
                        answer.length());
        return Stream.concat(Stream.of(blank), found.stream()).toList();
    }

    /** What stays the same while one answer is marked. */
    private record Sheet(Grading grading, Sha256 rubricHash, Assessor assessor, List<Flag> flags) {}
}
