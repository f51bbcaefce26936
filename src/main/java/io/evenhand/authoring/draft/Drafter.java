package io.evenhand.authoring.draft;

import io.evenhand.platform.TenantId;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.grading.turns.Ticket;
import io.evenhand.authoring.AuthoringSettings;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.work.DeadlineSettings;
import io.evenhand.llm.Brief;
import io.evenhand.llm.Writer;
import io.evenhand.llm.Writers;
import io.evenhand.llm.Written;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.question.DefaultRubric;
import io.evenhand.question.Entry;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.Rubric;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Drafts a rubric: has a model write it, else makes it from the sentences of a model answer. */
@Component
class Drafter {

    private final Writer writer;
    private final DeadlineSettings deadlines;
    private final Clock clock;

    Drafter(Writers writers, AuthoringSettings settings, DeadlineSettings deadlines, Clock clock) {
        this.writer = writers.of(settings.prompt());
        this.deadlines = deadlines;
        this.clock = clock;
    }

    Mono<Drafted> draft(TenantId tenant, Entry entry) {
        Points points = worth(entry.question());
        Brief brief =
                new Brief(
                        "a rubric of question " + entry.id(),
                        new Ticket(tenant, Urgency.INTERACTIVE),
                        QuestionSheet.of(entry),
                        output -> RubricOutput.problems(output, points),
                        clock.instant().plus(deadlines.deadline()));
        return writer.write(brief).map(written -> drafted(entry.question(), points, written));
    }

    /** What the question is worth so far; a draft changes how it is earned. */
    private static Points worth(Question question) {
        return question.rubric().map(Rubric::maxScore).orElse(question.points());
    }

    private static Drafted drafted(Question question, Points points, Written written) {
        return switch (written) {
            case Written.Text text ->
                    new Drafted(
                            RubricOutput.rubric(text.output(), points),
                            new Origin(
                                    GraderKind.LLM,
                                    Optional.of(text.model()),
                                    Optional.of(text.prompt()),
                                    Optional.of(text.promptHash()),
                                    Optional.empty(),
                                    text.effort().attempts()),
                            text.effort().usage());
            case Written.Nothing(var reason, var effort) ->
                    new Drafted(
                            byRule(question, points),
                            Origin.byRule(reason, effort.attempts()),
                            effort.usage());
        };
    }

    /** Of several model answers the first: a person who edits needs sentences to begin with. */
    private static Rubric byRule(Question question, Points points) {
        if (question.modelAnswers().isEmpty() && !question.kind().modelAnswerIsOneExample()) {
            throw new Refusal(
                    ProblemCode.CONFLICT,
                    "No language model can be had, and without one a rubric is made from a model"
                            + " answer, which this question does not have.");
        }
        return DefaultRubric.of(
                new Question(
                        Optional.empty(),
                        question.text(),
                        question.kind(),
                        question.modelAnswers().stream().limit(1).toList(),
                        Optional.empty(),
                        points,
                        Optional.empty(),
                        List.of(),
                        false));
    }
}
