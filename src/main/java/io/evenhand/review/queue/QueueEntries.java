package io.evenhand.review.queue;

import io.evenhand.grading.BatchId;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.QuestionKey;
import io.evenhand.grading.Review;
import io.evenhand.grading.Selection;
import io.evenhand.platform.StorageJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes the queue's entry of a grading. */
@Component
class QueueEntries {

    private final StorageJson json;

    QueueEntries(StorageJson json) {
        this.json = json;
    }

    /** Empty as long as there is no result, and of what never gets one. */
    Optional<QueueItem> of(Grading grading) {
        return Optional.of(grading)
                .filter(given -> given.status().allowsReview())
                .filter(given -> given.erasedAt().isEmpty())
                .map(this::entry);
    }

    private QueueItem entry(Grading grading) {
        Optional<Grade> machine = grading.machineGrade();
        return new QueueItem(
                grading.tenant(),
                grading.id(),
                grading.status(),
                grading.waitsForPerson(),
                machine.map(Grade::confidence).orElse(0.0),
                QuestionKey.of(grading.submission(), json).value(),
                grading.batch().map(BatchId::value),
                grading.grade().stream()
                        .flatMap(grade -> grade.reviewReasons().stream())
                        .map(Enum::name)
                        .toList(),
                grading.flags().stream().map(flag -> flag.code().name()).distinct().toList(),
                machine.filter(QueueEntries::isWhole).isPresent(),
                grading.createdAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                grading.review().map(review -> decided(grading, review)));
    }

    private static boolean isWhole(Grade machine) {
        return machine.criteria().stream()
                .noneMatch(
                        criterion -> criterion.abstained() && criterion.maxPoints().isPositive());
    }

    private static QueueItem.Decided decided(Grading grading, Review review) {
        Grade human = grading.grade().orElseThrow();
        return new QueueItem.Decided(
                review.reviewer(),
                review.reviewedAt(),
                review.selection() == Selection.RANDOM,
                review.machine().map(Grade::share),
                human.share(),
                review.machine().map(machine -> verdicts(machine, human)).orElse(List.of()));
    }

    private static List<QueueItem.Verdicts> verdicts(Grade machine, Grade human) {
        return IntStream.range(0, Math.min(machine.criteria().size(), human.criteria().size()))
                .mapToObj(i -> verdicts(machine.criteria().get(i), human.criteria().get(i)))
                .toList();
    }

    private static QueueItem.Verdicts verdicts(CriterionGrade machine, CriterionGrade human) {
        return new QueueItem.Verdicts(
                human.id(), machine.verdict().label(), human.verdict().label());
    }
}
