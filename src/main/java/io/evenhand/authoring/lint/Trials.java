package io.evenhand.authoring.lint;

import io.evenhand.grading.Submission;
import io.evenhand.grading.work.DryRuns;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Grades answers whose score is known by the rubric: the model answers, and a blank one. */
@Component
class Trials {

    /** More model answers cost more than they tell. */
    private static final int MOST_MODEL_ANSWERS = 5;

    private final DryRuns dryRuns;

    Trials(DryRuns dryRuns) {
        this.dryRuns = dryRuns;
    }

    Mono<List<Trial>> of(TenantId tenant, Subject subject) {
        List<String> answers = subject.question().modelAnswers();
        Stream<Mono<Trial>> model =
                IntStream.range(0, Math.min(MOST_MODEL_ANSWERS, answers.size()))
                        .mapToObj(
                                i ->
                                        trial(
                                                tenant,
                                                subject,
                                                Trial.Kind.MODEL_ANSWER,
                                                i + 1,
                                                answers.get(i)));
        Mono<Trial> blank = trial(tenant, subject, Trial.Kind.BLANK, 0, "");
        return Flux.fromStream(Stream.concat(model, Stream.of(blank)))
                .concatMap(trial -> trial)
                .collectList();
    }

    private Mono<Trial> trial(
            TenantId tenant, Subject subject, Trial.Kind kind, int number, String answer) {
        return dryRuns.of(tenant, submission(subject, answer))
                .map(run -> new Trial(kind, number, run));
    }

    private static Submission submission(Subject subject, String answer) {
        Submission plain = Submission.of(subject.question().with(subject.rubric()), answer);
        return new Submission(
                plain.question(),
                plain.rubric(),
                plain.rubricSource(),
                answer,
                Optional.empty(),
                subject.language(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
