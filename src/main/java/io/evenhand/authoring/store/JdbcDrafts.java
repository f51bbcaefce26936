package io.evenhand.authoring.store;

import io.evenhand.authoring.draft.Draft;
import io.evenhand.authoring.draft.Drafts;
import io.evenhand.authoring.draft.Origin;
import io.evenhand.grading.Usage;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.question.QuestionRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcDrafts implements Drafts {

    private final JdbcClient jdbc;
    private final StorageJson json;

    JdbcDrafts(JdbcClient jdbc, StorageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(Draft draft) {
        jdbc.sql(
                        """
                        insert into rubric_draft (tenant, question_id, version, actor, origin,
                          usage_json, created_at)
                        values (:tenant, :question, :version, :actor, :origin, :usage, :at)""")
                .param("tenant", draft.tenant().value())
                .param("question", draft.question().id())
                .param("version", draft.question().version())
                .param("actor", draft.actor())
                .param("origin", json.write(draft.origin()))
                .param("usage", json.write(draft.usage()))
                .param("at", Times.utc(draft.createdAt()))
                .update();
    }

    @Override
    public List<Draft> of(TenantId tenant, String questionId, int most) {
        return jdbc.sql(
                        """
                        select * from rubric_draft where tenant = :tenant and question_id = :question
                        order by version desc limit :most""")
                .param("tenant", tenant.value())
                .param("question", questionId)
                .param("most", most)
                .query((row, number) -> draft(row))
                .list();
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                new TenantId(row.getString("tenant")),
                new QuestionRef(row.getString("question_id"), row.getInt("version")),
                json.read(row.getString("origin"), Origin.class),
                json.read(row.getString("usage_json"), Usage.class),
                row.getString("actor"),
                Times.instant(row, "created_at").orElseThrow());
    }
}
