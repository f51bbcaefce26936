package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.QuestionGradings;
import io.evenhand.platform.SearchableText;
import io.evenhand.platform.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds graded answers by their question; a grading without salt has lost its texts. */
@Repository
class JdbcQuestionGradings implements QuestionGradings {

    private final JdbcClient jdbc;

    JdbcQuestionGradings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<GradingId> graded(TenantId tenant, String questionId) {
        return jdbc.sql(
                        """
                        select id from grading
                        where tenant = :tenant and question_id = :question and salt is not null
                          and status in ('GRADED', 'PROVISIONAL', 'NEEDS_REVIEW', 'REVIEWED')
                        order by id""")
                .param("tenant", tenant.value())
                .param("question", SearchableText.of(questionId))
                .query((row, number) -> new GradingId(row.getString("id")))
                .list();
    }
}
