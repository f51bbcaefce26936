package io.evenhand.grading.work;

import io.evenhand.grading.Calibration;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Lessons;
import io.evenhand.grading.QuestionKey;
import io.evenhand.grading.ReviewedAnswers;
import io.evenhand.grading.scoring.Recount;
import io.evenhand.guard.AnswerGuard;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import io.evenhand.platform.StorageJson;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes into a machine's grade what the tenant's reviews of other answers teach. */
@Component
class Calibrator {

    private static final Logger LOG = LoggerFactory.getLogger(Calibrator.class);

    /** A grade does not wait longer than that; fifty answers that are new take about a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Calibration calibration;
    private final ReviewedAnswers reviewed;
    private final Storage storage;
    private final AnswerGuard guard;
    private final StorageJson json;

    Calibrator(
            Calibration calibration,
            ReviewedAnswers reviewed,
            Storage storage,
            AnswerGuard guard,
            StorageJson json) {
        this.calibration = calibration;
        this.reviewed = reviewed;
        this.storage = storage;
        this.guard = guard;
        this.json = json;
    }

    /**
     * The grade as it is where there is too little to learn from, or no time, or something broke.
     */
    Mono<Grade> calibrate(Grading grading, Grade grade) {
        return grade.grader().kind() == GraderKind.RULE
                ? Mono.just(grade)
                : Mono.defer(() -> learned(grading, grade))
                        .timeout(PATIENCE)
                        .onErrorResume(
                                error -> {
                                    LOG.warn(
                                            "grading {} is not calibrated: {}",
                                            grading.id(),
                                            error.getClass().getName());
                                    return Mono.empty();
                                })
                        .defaultIfEmpty(grade);
    }

    private Mono<Grade> learned(Grading grading, Grade grade) {
        Recount recount = new Recount(grading.submission().rubric());
        return lessons(grading, grade.grader().kind())
                .filter(Lessons::suffice)
                .map(lessons -> lessons.as(this::view))
                .flatMap(
                        lessons ->
                                Contained.call(
                                        () ->
                                                calibration.expect(
                                                        view(grading.submission().answer()),
                                                        grade.share(),
                                                        lessons)))
                .flatMap(Mono::justOrEmpty)
                .map(by -> recount.of(grade, by));
    }

    private Mono<Lessons> lessons(Grading grading, GraderKind kind) {
        Sha256 question = QuestionKey.of(grading.submission(), json);
        return storage.inTransaction(
                () -> reviewed.about(grading.tenant(), question, kind, grading.id()));
    }

    /** Nothing masked: the text stays in this process. */
    private String view(String answer) {
        return guard.view(answer, List.of()).text();
    }
}
