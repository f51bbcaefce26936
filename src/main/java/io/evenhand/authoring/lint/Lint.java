package io.evenhand.authoring.lint;

import io.evenhand.guard.Embedder;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reads a rubric for mistakes that can be seen without grading anything by it. */
@Component
public class Lint implements DisposableBean {

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int QUEUE = 1_000;

    private final Scheduler threads =
            Schedulers.newBoundedElastic(THREADS, QUEUE, "lint", 60, true);
    private final List<RubricCheck> checks;

    public Lint(Optional<Embedder> embedder) {
        Wordlist words = Wordlist.read();
        this.checks =
                List.of(
                        new PointsCheck(),
                        new ObservableCheck(words),
                        new AbsenceCheck(words),
                        new QuestionCheck(words),
                        new OverlapCheck(words, embedder),
                        new LevelsCheck(),
                        new CapsCheck(),
                        new DeductionsCheck());
    }

    /** In the order of the checks. Works off the event loop: vectors take their time. */
    public Mono<List<Finding>> of(Subject subject) {
        return Mono.fromSupplier(() -> findings(subject)).subscribeOn(threads);
    }

    List<Finding> findings(Subject subject) {
        return checks.stream().flatMap(check -> check.apply(subject)).toList();
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
