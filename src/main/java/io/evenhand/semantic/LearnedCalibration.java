package io.evenhand.semantic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.grading.Calibrated;
import io.evenhand.grading.Calibration;
import io.evenhand.grading.Lesson;
import io.evenhand.grading.Lessons;
import io.evenhand.grading.turns.Ticket;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.grading.turns.Weights;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.semantic.learning.Learner;
import io.evenhand.semantic.learning.Scored;
import io.evenhand.semantic.learning.TenantDrift;
import io.evenhand.semantic.learning.TraitReader;
import io.evenhand.semantic.learning.Traits;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Learns by a Gaussian process on the errors that the grader made on reviewed answers, around what
 * it drifts on the tenant's other questions. Works on one thread of its own, which turns away what
 * it has no room for.
 */
@Component
class LearnedCalibration implements Calibration, DisposableBean {

    /** Answers that may wait; a calibration takes 10 ms, a first one up to a second. */
    private static final int QUEUE = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Milliseconds each, and nobody is better off without: as they come. */
    private static final Ticket IN_ORDER = new Ticket(TenantId.LOCAL, Urgency.INTERACTIVE);

    /** Reviewed answers whose traits are kept, at about 5 kB each. */
    private static final long CACHED_ANSWERS = 2_000;

    private static final Duration CACHED_FOR = Duration.ofHours(1);

    private final SemanticModel model;
    private final BoundedPool pool;

    /** By the answer's hash, so that nothing in it is ever out of date, and no text stays here. */
    private final Cache<Sha256, Traits> traits =
            Caffeine.newBuilder().maximumSize(CACHED_ANSWERS).expireAfterAccess(CACHED_FOR).build();

    LearnedCalibration(SemanticModel model, MeterRegistry meters) {
        this.model = model;
        this.pool = new BoundedPool("calibration", 1, QUEUE, Weights.EQUAL, meters);
    }

    @Override
    public Mono<Optional<Calibrated>> expect(String answer, double prior, Lessons lessons) {
        return Mono.defer(
                () ->
                        model.encoder()
                                .map(TraitReader::new)
                                .map(reader -> enqueue(reader, answer, prior, lessons))
                                .orElseGet(() -> Mono.just(Optional.empty())));
    }

    private Mono<Optional<Calibrated>> enqueue(
            TraitReader reader, String answer, double prior, Lessons lessons) {
        return pool.run(
                IN_ORDER,
                stop -> learned(reader, answer, prior, lessons, stop),
                PATIENCE,
                Optional.empty());
    }

    private Optional<Calibrated> learned(
            TraitReader reader,
            String answer,
            double prior,
            Lessons lessons,
            BooleanSupplier stop) {
        for (Lesson lesson : lessons.ofQuestion()) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            traits(reader, lesson.answer());
        }
        List<Scored> reviewed =
                lessons.ofQuestion().stream()
                        .map(l -> new Scored(l.prior(), traits(reader, l.answer())))
                        .toList();
        List<Double> human = lessons.ofQuestion().stream().map(Lesson::human).toList();
        double drift = TenantDrift.shrunk(lessons.drift(), lessons.ofOthers());
        return Optional.of(
                new Learner(reviewed, human, drift)
                        .expect(new Scored(prior, traits(reader, answer))));
    }

    private Traits traits(TraitReader reader, String answer) {
        return traits.get(Sha256.of(answer), unread -> reader.read(answer));
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
