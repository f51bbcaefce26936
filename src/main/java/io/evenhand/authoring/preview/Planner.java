package io.evenhand.authoring.preview;

import io.evenhand.authoring.AuthoringSettings;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.QuestionGradings;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violations;
import io.evenhand.question.Bank;
import io.evenhand.question.Entry;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.Questions;
import io.evenhand.question.Rubric;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says which answers a preview looks at, and by what. */
@Component
public class Planner {

    /** As large as every client's numbers can be. */
    private static final int SEEDS = 1_000_000_000;

    private final Bank bank;
    private final Questions questions;
    private final QuestionGradings gradings;
    private final Storage storage;
    private final AuthoringSettings settings;
    private final SecureRandom random = new SecureRandom();

    Planner(
            Bank bank,
            Questions questions,
            QuestionGradings gradings,
            Storage storage,
            AuthoringSettings settings) {
        this.bank = bank;
        this.questions = questions;
        this.gradings = gradings;
        this.storage = storage;
        this.settings = settings;
    }

    /** Refuses what cannot be tried. */
    public Mono<Plan> plan(TenantId tenant, String questionId, PreviewOrder order) {
        return question(tenant, questionId, order)
                .map(question -> order.rubric().map(r -> with(question, r)).orElse(question))
                .flatMap(
                        question ->
                                storage.inTransaction(() -> gradings.graded(tenant, questionId))
                                        .map(
                                                all ->
                                                        plan(
                                                                tenant,
                                                                questionId,
                                                                order,
                                                                question,
                                                                all)));
    }

    private Mono<Question> question(TenantId tenant, String id, PreviewOrder order) {
        if (order.version().isPresent()) {
            return bank.version(tenant, id, order.version().get()).map(Entry::question);
        }
        return bank.latest(tenant, id)
                .flatMap(
                        latest ->
                                storage.inTransaction(
                                        () ->
                                                questions
                                                        .published(tenant, id)
                                                        .orElse(latest.question())));
    }

    private static Question with(Question question, Rubric rubric) {
        if (question.kind() == QuestionKind.MULTIPLE_CHOICE) {
            throw new Refusal(
                    ProblemCode.CONFLICT,
                    "A question of kind MULTIPLE_CHOICE is graded by its options: it has no"
                            + " rubric.");
        }
        return question.with(rubric);
    }

    private Plan plan(
            TenantId tenant,
            String questionId,
            PreviewOrder order,
            Question question,
            List<GradingId> all) {
        int wanted = order.size().orElse(all.size());
        requireRoom(Math.min(wanted, all.size()));
        long seed = order.seed().orElseGet(() -> (long) random.nextInt(SEEDS));
        List<GradingId> picked = Sample.pick(all, wanted, seed);
        Sample sample = new Sample(picked.size(), all.size(), seed);
        Target target = new Target(question, order.rubric().isPresent(), sample);
        return new Plan(tenant, questionId, target, picked);
    }

    private void requireRoom(int answers) {
        Violations violations = new Violations();
        violations.require(
                answers <= settings.mostAnswers(),
                "/sample",
                "comes to more than %d answers: take a sample".formatted(settings.mostAnswers()));
        violations.refuseIfAny();
    }
}
