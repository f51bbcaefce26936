package io.evenhand.candidate.store;

import io.evenhand.candidate.link.Link;
import io.evenhand.candidate.link.Links;
import io.evenhand.candidate.link.Target;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.SearchableText;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcLinks implements Links {

    private final JdbcClient jdbc;

    JdbcLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Link link) {
        jdbc.sql(
                        """
                        insert into candidate_link (tenant, id, grading_id, interview_id, candidate_ref,
                          made_by, made_at, expires_at)
                        values (:tenant, :id, :grading, :interview, :candidate, :by, :at, :end)""")
                .param("tenant", link.tenant().value())
                .param("id", link.id())
                .params(columns(link.target()))
                .param("by", link.madeBy())
                .param("at", Times.utc(link.madeAt()))
                .param("end", Times.utc(link.expiresAt()))
                .update();
    }

    private static Map<String, @Nullable Object> columns(Target target) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("grading", null);
        columns.put("interview", null);
        columns.put("candidate", null);
        switch (target) {
            case Target.OneGrading(var id) -> columns.put("grading", id.value());
            case Target.WholeInterview(var interview, var candidate) -> {
                columns.put("interview", interview);
                columns.put("candidate", SearchableText.of(candidate));
            }
        }
        return columns;
    }

    @Override
    public Optional<Link> find(TenantId tenant, String id) {
        return jdbc.sql("select * from candidate_link where tenant = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query((row, number) -> link(row))
                .optional();
    }

    @Override
    public List<Link> of(TenantId tenant, Target target) {
        String condition =
                switch (target) {
                    case Target.OneGrading _ -> "grading_id = :grading";
                    case Target.WholeInterview _ ->
                            "interview_id = :interview and candidate_ref = :candidate";
                };
        return jdbc.sql(
                        "select * from candidate_link where tenant = :tenant and "
                                + condition
                                + " order by id")
                .param("tenant", tenant.value())
                .params(columns(target))
                .query((row, number) -> link(row))
                .list();
    }

    @Override
    public void revoke(TenantId tenant, String id, Instant now) {
        jdbc.sql(
                        """
                        update candidate_link set revoked_at = :now
                        where tenant = :tenant and id = :id and revoked_at is null""")
                .param("tenant", tenant.value())
                .param("id", id)
                .param("now", Times.utc(now))
                .update();
    }

    @Override
    public int dropOverSince(Instant before) {
        return jdbc.sql(
                        """
                        delete from candidate_link
                        where expires_at < :before or revoked_at < :before""")
                .param("before", Times.utc(before))
                .update();
    }

    @Override
    public void drop(TenantId tenant, GradingId grading, Optional<String> candidate) {
        jdbc.sql("delete from candidate_link where tenant = :tenant and grading_id = :grading")
                .param("tenant", tenant.value())
                .param("grading", grading.value())
                .update();
        candidate.ifPresent(
                ref ->
                        jdbc.sql(
                                        "delete from candidate_link where tenant = :tenant"
                                                + " and candidate_ref = :candidate")
                                .param("tenant", tenant.value())
                                .param("candidate", SearchableText.of(ref))
                                .update());
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                new TenantId(row.getString("tenant")),
                row.getString("id"),
                target(row),
                row.getString("made_by"),
                Times.instant(row, "made_at").orElseThrow(),
                Times.instant(row, "expires_at").orElseThrow(),
                Times.instant(row, "revoked_at"));
    }

    private static Target target(ResultSet row) throws SQLException {
        String grading = row.getString("grading_id");
        return grading == null
                ? new Target.WholeInterview(
                        row.getString("interview_id"), row.getString("candidate_ref"))
                : new Target.OneGrading(new GradingId(grading));
    }
}
