package io.evenhand.interviews.store;

import io.evenhand.interviews.Interview;
import io.evenhand.interviews.Interviews;
import io.evenhand.platform.SearchableText;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Interviews in H2 or PostgreSQL. */
@Repository
class JdbcInterviews implements Interviews {

    private static final String SELECT =
            """
            select v.version, v.document
            from interview i join interview_version v on v.tenant = i.tenant and v.id = i.id
            where i.tenant = :tenant
            """;

    private final JdbcClient jdbc;
    private final StorageJson json;
    private final Clock clock;

    JdbcInterviews(JdbcClient jdbc, StorageJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<Interview> latest(TenantId tenant, String id) {
        return of(tenant, id, SELECT + "and v.id = :id and v.version = i.latest")
                .query(this::interview)
                .optional();
    }

    @Override
    public Optional<Interview> version(TenantId tenant, String id, int version) {
        return of(tenant, id, SELECT + "and v.id = :id and v.version = :version")
                .param("version", version)
                .query(this::interview)
                .optional();
    }

    @Override
    public List<Interview> page(TenantId tenant, Optional<String> after, int limit) {
        return of(
                        tenant,
                        after.orElse(""),
                        SELECT
                                + "and v.version = i.latest and v.id > :id"
                                + " order by v.id limit :limit")
                .param("limit", limit)
                .query(this::interview)
                .list();
    }

    @Override
    public Optional<Interview> add(TenantId tenant, Interview interview) {
        int added =
                of(
                                tenant,
                                interview.id(),
                                """
                                insert into interview (tenant, id, latest)
                                values (:tenant, :id, 1) on conflict do nothing""")
                        .update();
        return added == 1 ? Optional.of(insert(tenant, interview.in(1))) : Optional.empty();
    }

    @Override
    public Optional<Interview> renew(TenantId tenant, Interview interview, int expected) {
        int moved =
                of(
                                tenant,
                                interview.id(),
                                """
                                update interview set latest = :next
                                where tenant = :tenant and id = :id and latest = :expected""")
                        .param("next", expected + 1)
                        .param("expected", expected)
                        .update();
        return moved == 1
                ? Optional.of(insert(tenant, interview.in(expected + 1)))
                : Optional.empty();
    }

    @Override
    public Interview put(TenantId tenant, Interview interview) {
        return add(tenant, interview)
                .or(() -> renew(tenant, interview, lockedLatest(tenant, interview.id())))
                .orElseThrow();
    }

    /** No other transaction adds a version until this one ends. */
    private int lockedLatest(TenantId tenant, String id) {
        return of(
                        tenant,
                        id,
                        """
                        select latest from interview
                        where tenant = :tenant and id = :id for update""")
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean remove(TenantId tenant, String id) {
        int heads =
                of(tenant, id, "delete from interview where tenant = :tenant and id = :id")
                        .update();
        of(tenant, id, "delete from interview_version where tenant = :tenant and id = :id")
                .update();
        return heads == 1;
    }

    private Interview insert(TenantId tenant, Interview interview) {
        of(
                        tenant,
                        interview.id(),
                        """
                        insert into interview_version (tenant, id, version, document, created_at)
                        values (:tenant, :id, :version, :document, :at)""")
                .param("version", interview.version())
                .param("document", json.write(interview))
                .param("at", Times.utc(clock.instant()))
                .update();
        return interview;
    }

    private Interview interview(ResultSet row, int number) throws SQLException {
        return json.read(row.getString("document"), Interview.class).in(row.getInt("version"));
    }

    private JdbcClient.StatementSpec of(TenantId tenant, String id, String sql) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", SearchableText.of(id));
    }
}
