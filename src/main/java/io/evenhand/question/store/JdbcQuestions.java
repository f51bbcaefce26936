package io.evenhand.question.store;

import io.evenhand.platform.SearchableText;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionRef;
import io.evenhand.question.Questions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The question bank in H2 or PostgreSQL. */
@Repository
class JdbcQuestions implements Questions {

    private static final String PUBLISHED = "PUBLISHED";

    private final JdbcClient jdbc;
    private final StorageJson json;
    private final Clock clock;

    JdbcQuestions(JdbcClient jdbc, StorageJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<Question> published(TenantId tenant, String id) {
        return jdbc.sql(
                        """
                        select id, version, document from question_version
                        where tenant = :tenant and id = :id and status = :status
                        order by version desc limit 1""")
                .param("tenant", tenant.value())
                .param("id", SearchableText.of(id))
                .param("status", PUBLISHED)
                .query((row, number) -> question(row))
                .optional();
    }

    @Override
    public Optional<Question> version(TenantId tenant, String id, int version) {
        return jdbc.sql(
                        """
                        select id, version, document from question_version
                        where tenant = :tenant and id = :id and version = :version""")
                .param("tenant", tenant.value())
                .param("id", SearchableText.of(id))
                .param("version", version)
                .query((row, number) -> question(row))
                .optional();
    }

    @Override
    public QuestionRef publish(TenantId tenant, String id, Question question) {
        int latest =
                jdbc.sql(
                                """
                                select coalesce(max(version), 0) from question_version
                                where tenant = :tenant and id = :id""")
                        .param("tenant", tenant.value())
                        .param("id", SearchableText.of(id))
                        .query(Integer.class)
                        .single();
        jdbc.sql(
                        """
                        insert into question_version
                          (tenant, id, version, status, document, created_at)
                        values (:tenant, :id, :version, :status, :document, :at)""")
                .param("tenant", tenant.value())
                .param("id", SearchableText.of(id))
                .param("version", latest + 1)
                .param("status", PUBLISHED)
                .param("document", json.write(question.in(Optional.empty())))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new QuestionRef(id, latest + 1);
    }

    @Override
    public boolean isEmpty(TenantId tenant) {
        return jdbc.sql("select count(*) from question_version where tenant = :tenant")
                        .param("tenant", tenant.value())
                        .query(Long.class)
                        .single()
                == 0;
    }

    private Question question(ResultSet row) throws SQLException {
        QuestionRef ref = new QuestionRef(row.getString("id"), row.getInt("version"));
        return json.read(row.getString("document"), Question.class).in(Optional.of(ref));
    }
}
