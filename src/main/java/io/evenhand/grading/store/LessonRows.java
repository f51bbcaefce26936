package io.evenhand.grading.store;

import io.evenhand.grading.Calibrated;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.QuestionKey;
import io.evenhand.grading.Review;
import io.evenhand.grading.Selection;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what a review teaches: of an answer that was picked at random, and that a machine graded.
 */
final class LessonRows {

    private final JdbcClient jdbc;
    private final StorageJson json;

    LessonRows(JdbcClient jdbc, StorageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes the place of what an earlier decision taught. */
    void keep(Grading reviewed) {
        jdbc.sql("delete from lesson where tenant = :tenant and grading_id = :id")
                .param("tenant", reviewed.tenant().value())
                .param("id", reviewed.id().value())
                .update();
        boolean random =
                reviewed.review()
                        .map(Review::selection)
                        .filter(Selection.RANDOM::equals)
                        .isPresent();
        if (random) {
            reviewed.machineGrade()
                    .filter(machine -> machine.grader().kind() != GraderKind.RULE)
                    .ifPresent(machine -> insert(reviewed, machine));
        }
    }

    private void insert(Grading reviewed, Grade machine) {
        Review review = reviewed.review().orElseThrow();
        double human = reviewed.grade().orElseThrow().share();
        jdbc.sql(
                        """
                        insert into lesson
                          (tenant, grading_id, question, grader, prior, human, reviewed_at)
                        values (:tenant, :id, :question, :grader, :prior, :human, :at)""")
                .param("tenant", reviewed.tenant().value())
                .param("id", reviewed.id().value())
                .param("question", QuestionKey.of(reviewed.submission(), json).value())
                .param("grader", machine.grader().kind().name())
                .param(
                        "prior",
                        machine.grader()
                                .calibrated()
                                .map(Calibrated::prior)
                                .orElseGet(machine::share))
                .param("human", human)
                .param("at", Times.utc(review.reviewedAt()))
                .update();
    }
}
