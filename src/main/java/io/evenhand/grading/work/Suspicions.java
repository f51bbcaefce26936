package io.evenhand.grading.work;

import io.evenhand.grading.Submission;
import io.evenhand.guard.Embedder;
import io.evenhand.guard.Flag;
import io.evenhand.guard.Inspection;
import io.evenhand.guard.Inspector;
import io.evenhand.guard.JudgesView;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Has an answer looked at for tricks while it is graded; what is found is told, never counted. */
@Component
class Suspicions implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Suspicions.class);

    /** As many threads as the fallback's, so that neither timers nor requests wait for a trick. */
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int QUEUE = 10_000;

    private final Scheduler threads =
            Schedulers.newBoundedElastic(THREADS, QUEUE, "suspicions", 60, true);
    private final Inspector inspector;
    private final Optional<Embedder> embedder;

    Suspicions(Inspector inspector, Optional<Embedder> embedder) {
        this.inspector = inspector;
        this.embedder = embedder;
    }

    /** The flags of an answer; none if looking for them failed. Works off the event loop. */
    Mono<List<Flag>> of(Submission submission, JudgesView view) {
        Inspection inspection =
                new Inspection(
                        submission.answer(),
                        view,
                        submission.question().text(),
                        submission.question().modelAnswers(),
                        submission.language(),
                        embedder);
        return Mono.fromSupplier(() -> Contained.call(() -> inspector.inspect(inspection)))
                .subscribeOn(threads)
                .onErrorResume(Suspicions::none);
    }

    private static Mono<List<Flag>> none(Throwable error) {
        LOG.error("an answer could not be looked at for tricks: {}", error.getClass().getName());
        return Mono.just(List.of());
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
