package io.evenhand.grading.store;

import io.evenhand.grading.GraderKind;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Lesson;
import io.evenhand.grading.Lessons;
import io.evenhand.grading.ReviewedAnswers;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads reviewed answers beside their texts, so that what was erased is no longer found. */
@Repository
class JdbcReviewedAnswers implements ReviewedAnswers {

    /** A grading without salt has lost its texts. */
    private static final String FROM =
            """
            from lesson join grading on grading.tenant = lesson.tenant
              and grading.id = lesson.grading_id and grading.salt is not null
            where lesson.tenant = :tenant and lesson.grader = :grader
              and lesson.grading_id <> :except and lesson.question            """;

    private static final String NEWEST =
            " order by lesson.reviewed_at desc, lesson.grading_id desc limit :most";

    private final JdbcClient jdbc;
    private final StorageJson json;
    private final Vault vault;

    JdbcReviewedAnswers(JdbcClient jdbc, StorageJson json, Vault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
    }

    @Override
    public Lessons about(TenantId tenant, Sha256 question, GraderKind grader, GradingId except) {
        Map<String, Object> parameters =
                Map.of(
                        "tenant", tenant.value(),
                        "question", question.value(),
                        "grader", grader.name(),
                        "except", except.value());
        List<Lesson> ofQuestion = ofQuestion(parameters);
        return ofQuestion.size() < Lessons.LEAST
                ? new Lessons(ofQuestion, 0, 0)
                : withOthers(ofQuestion, parameters);
    }

    private List<Lesson> ofQuestion(Map<String, Object> parameters) {
        return jdbc.sql(
                        "select lesson.prior, lesson.human, grading.tenant, grading.id,"
                                + " grading.answer "
                                + FROM
                                + " = :question"
                                + NEWEST)
                .params(parameters)
                .param("most", Lessons.MOST)
                .query(
                        (row, number) ->
                                new Lesson(
                                        json.read(answer(row), String.class),
                                        row.getDouble("prior"),
                                        row.getDouble("human")))
                .list();
    }

    private String answer(ResultSet row) throws SQLException {
        TenantId tenant = new TenantId(row.getString("tenant"));
        return new Opened(vault, tenant, new GradingId(row.getString("id"))).of(row, "answer");
    }

    private Lessons withOthers(List<Lesson> ofQuestion, Map<String, Object> parameters) {
        return jdbc.sql(
                        "select count(*) as reviews, coalesce(avg(error), 0) as drift from ("
                                + "select lesson.human - lesson.prior as error "
                                + FROM
                                + " <> :question"
                                + NEWEST
                                + ") as others")
                .params(parameters)
                .param("most", Lessons.MOST_OF_OTHERS)
                .query(
                        (row, number) ->
                                new Lessons(
                                        ofQuestion, row.getInt("reviews"), row.getDouble("drift")))
                .single();
    }
}
