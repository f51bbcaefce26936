package io.evenhand.authoring.page;

import io.evenhand.access.Caller;
import io.evenhand.grading.Submission;
import io.evenhand.grading.Transcript;
import io.evenhand.grading.work.DryRuns;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.question.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Grades an answer that nobody gave, by a question as the bank has it, and shows all of it; nothing
 * is stored but what it cost. Nobody tries two at a time, since each may ask a model.
 */
@Component
class Trying {

    private static final int LONGEST = 20_000;

    private final DryRuns dryRuns;
    private final Clock clock;
    private final Set<String> trying = ConcurrentHashMap.newKeySet();

    Trying(DryRuns dryRuns, Clock clock) {
        this.dryRuns = dryRuns;
        this.clock = clock;
    }

    Mono<TrialView> of(Caller caller, Entry entry, String answer) {
        return Mono.defer(
                () -> {
                    Submission submission = submission(entry, answer);
                    String who = caller.tenant().value() + "\0" + caller.name();
                    if (!trying.add(who)) {
                        return Mono.error(busy());
                    }
                    return graded(caller, submission).doFinally(end -> trying.remove(who));
                });
    }

    private Mono<TrialView> graded(Caller caller, Submission submission) {
        Transcript transcript = new Transcript();
        Instant began = clock.instant();
        return dryRuns.watched(caller.tenant(), submission, transcript)
                .map(
                        run ->
                                TrialView.of(
                                        submission.answer(),
                                        run,
                                        transcript,
                                        Duration.between(began, clock.instant())));
    }

    private static Submission submission(Entry entry, String answer) {
        if (answer.length() > LONGEST) {
            throw new Refusal(
                    ProblemCode.ANSWER_TOO_LONG,
                    "The answer is longer than " + LONGEST + " characters.");
        }
        Submission plain = Submission.of(entry.question(), answer);
        return new Submission(
                plain.question(),
                plain.rubric(),
                plain.rubricSource(),
                plain.answer(),
                Optional.empty(),
                entry.profile().language(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Refusal busy() {
        return new Refusal(
                        ProblemCode.RATE_LIMITED,
                        "Another answer of yours is being tried. Wait for it.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
