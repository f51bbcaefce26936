package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Mark;
import io.evenhand.grading.Marks;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.UngradedReason;
import io.evenhand.platform.SearchableText;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.Vault;
import io.evenhand.question.Points;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Marks out of the rows of gradings; reads neither answers nor questions. */
@Repository
class JdbcMarks implements Marks {

    private static final String ANSWERS =
            """
            from grading where tenant = :tenant and question_id in (:questions)
              and candidate_ref is not null and status <> 'CANCELLED'
            """;

    /** Ids rise with time. */
    private static final String NEWEST =
            """
            select tenant, id, candidate_ref, question_id, question_version, status, result from grading
            where tenant = :tenant and id in (
              select max(id)
            """
                    + ANSWERS
                    + """
                      and candidate_ref in (:candidates)
                      group by candidate_ref, question_id)""";

    private final JdbcClient jdbc;
    private final StorageJson json;
    private final Vault vault;

    JdbcMarks(JdbcClient jdbc, StorageJson json, Vault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
    }

    @Override
    public List<String> candidates(
            TenantId tenant, Collection<String> questionIds, Optional<String> after, int limit) {
        if (questionIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select distinct candidate_ref "
                                + ANSWERS
                                + (after.isPresent() ? "and candidate_ref > :after " : "")
                                + "order by candidate_ref limit :limit")
                .param("tenant", tenant.value())
                .param("questions", searchable(questionIds))
                .param("after", after.map(SearchableText::of).orElse(""))
                .param("limit", limit)
                .query((row, number) -> row.getString("candidate_ref"))
                .list();
    }

    @Override
    public List<Mark> of(
            TenantId tenant, Collection<String> questionIds, Collection<String> candidates) {
        if (questionIds.isEmpty() || candidates.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(NEWEST)
                .param("tenant", tenant.value())
                .param("questions", searchable(questionIds))
                .param("candidates", searchable(candidates))
                .query(this::mark)
                .list();
    }

    private static List<String> searchable(Collection<String> texts) {
        return texts.stream().map(SearchableText::of).toList();
    }

    private Mark mark(ResultSet row, int number) throws SQLException {
        GradingStatus status = GradingStatus.valueOf(row.getString("status"));
        GradingId id = new GradingId(row.getString("id"));
        Opened texts = new Opened(vault, new TenantId(row.getString("tenant")), id);
        Result result = json.read(texts.of(row, "result"), Result.class);
        Optional<Scored> grade = status.isOpen() ? Optional.empty() : result.grade();
        return new Mark(
                row.getString("candidate_ref"),
                row.getString("question_id"),
                row.getInt("question_version"),
                id,
                status,
                grade.map(Scored::mark),
                status == GradingStatus.REVIEWED
                        ? List.of()
                        : grade.map(Scored::reviewReasons).orElse(List.of()),
                result.review().map(Reviewed::reviewer),
                grade.stream()
                        .flatMap(scored -> scored.reviewReasons().stream())
                        .anyMatch(why -> status != GradingStatus.REVIEWED || why.isAsked()),
                false,
                status == GradingStatus.UNGRADED
                        ? result.noGrade().map(Ungraded::reason)
                        : Optional.empty());
    }

    /** As much of a stored result as a mark needs. */
    private record Result(
            Optional<Scored> grade, Optional<Ungraded> noGrade, Optional<Reviewed> review) {}

    private record Reviewed(String reviewer) {}

    private record Scored(
            Points score,
            Points maxScore,
            ScoreRange scoreRange,
            List<ReviewReason> reviewReasons) {

        Mark.Score mark() {
            return new Mark.Score(score, maxScore, scoreRange);
        }
    }

    private record Ungraded(UngradedReason reason) {}
}
