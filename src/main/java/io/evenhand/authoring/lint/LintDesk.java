package io.evenhand.authoring.lint;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Bank;
import io.evenhand.question.Entry;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where rubrics are handed in to be looked at. */
@Component
public class LintDesk {

    /** What a question is worth that does not say so: the bank keeps no other sign of that. */
    private static final Points UNSAID = Points.of(10);

    private final Bank bank;
    private final Lint lint;
    private final Trials trials;

    LintDesk(Bank bank, Lint lint, Trials trials) {
        this.bank = bank;
        this.lint = lint;
        this.trials = trials;
    }

    /** Looks at a question of the bank, in its latest version or a named one. */
    public Mono<LintReport> stored(
            TenantId tenant, String id, Optional<Integer> version, boolean tried) {
        return version.map(number -> bank.version(tenant, id, number))
                .orElseGet(() -> bank.latest(tenant, id))
                .map(LintDesk::subject)
                .flatMap(subject -> look(tenant, subject, tried));
    }

    /** Looks at a rubric that is in no bank. */
    public Mono<LintReport> look(TenantId tenant, Subject subject, boolean tried) {
        requireRubric(subject.question());
        return lint.of(subject)
                .flatMap(
                        findings ->
                                (tried ? trials.of(tenant, subject) : Mono.just(List.<Trial>of()))
                                        .map(all -> LintReport.of(subject, findings, all)));
    }

    /** What can be seen of a version without grading anything by it. */
    public Mono<List<Finding>> seen(Entry entry) {
        return lint.of(subject(entry));
    }

    private static Subject subject(Entry entry) {
        Question question = entry.question();
        requireRubric(question);
        return new Subject(
                question,
                question.gradedBy(),
                Optional.of(question.points()).filter(points -> !points.equals(UNSAID)),
                entry.profile().language());
    }

    private static void requireRubric(Question question) {
        if (question.kind() == QuestionKind.MULTIPLE_CHOICE) {
            throw new Refusal(
                    ProblemCode.CONFLICT,
                    "A question of kind MULTIPLE_CHOICE is graded by its options: it has no"
                            + " rubric.");
        }
    }
}
