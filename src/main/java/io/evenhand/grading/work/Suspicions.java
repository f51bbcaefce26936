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
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Has an answer looked at for tricks while it is graded; what is found is told, never counted. */
@Component
class Suspicions {

    private static final Logger LOG = LoggerFactory.getLogger(Suspicions.class);

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
                .subscribeOn(Schedulers.parallel())
                .onErrorResume(Suspicions::none);
    }

    private static Mono<List<Flag>> none(Throwable error) {
        LOG.error("an answer could not be looked at for tricks: {}", error.getClass().getName());
        return Mono.just(List.of());
    }
}
