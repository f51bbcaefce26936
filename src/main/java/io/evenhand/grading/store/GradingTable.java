package io.evenhand.grading.store;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes gradings, each write with its entry in the history, and reads single ones. */
final class GradingTable {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final GradingRows rows;
    private final HistoryRows history;
    private final LessonRows lessons;

    GradingTable(JdbcClient jdbc, StorageJson json, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.rows = new GradingRows(json, vault);
        this.history = new HistoryRows(jdbc, json, clock);
        this.lessons = new LessonRows(jdbc, json);
    }

    void insert(Grading grading, String actor) {
        Map<String, @Nullable Object> row = rows.all(grading);
        String salt = ContentHash.newSalt();
        row.put("salt", salt);
        jdbc.sql(
                        """
                        insert into grading (tenant, id, status, revision, attempt, version,
                          lease_until, retry_at, regrade_for, created_at, graded_at, candidate_ref, question_id,
                          question_version, batch_id, cost, salt, answer, submission, result)
                        values (:tenant, :id, :status, :revision, :attempt, :version,
                          :leaseUntil, :retryAt, :regradeFor, :createdAt, :gradedAt, :candidateRef, :questionId,
                          :questionVersion, :batchId, :cost, :salt, :answer, :submission, :result)""")
                .params(rows.sealed(grading, row))
                .update();
        Sha256 content =
                ContentHash.of(
                        salt,
                        String.valueOf(row.get("answer")),
                        String.valueOf(row.get("submission")),
                        String.valueOf(row.get("result")));
        history.begin(grading, actor, content);
    }

    Grading update(Grading grading, HistoryEntry.Event event, String actor) {
        Map<String, @Nullable Object> row = rows.changing(grading);
        jdbc.sql(
                        """
                        update grading set status = :status, revision = :revision,
                          attempt = :attempt, version = :version, lease_until = :leaseUntil,
                          retry_at = :retryAt, regrade_for = :regradeFor, graded_at = :gradedAt,
                          question_version = :questionVersion, cost = :cost, submission = :submission,
                          result = :result
                        where tenant = :tenant and id = :id""")
                .params(rows.sealed(grading, row))
                .update();
        Sha256 content =
                ContentHash.of(
                        salt(grading),
                        rows.answer(grading),
                        String.valueOf(row.get("submission")),
                        String.valueOf(row.get("result")));
        history.append(grading, event, actor, content);
        if (event == HistoryEntry.Event.REVIEWED || event == HistoryEntry.Event.REOPENED) {
            lessons.keep(grading);
        }
        return grading;
    }

    /** What the texts were hidden with goes with them, and so does what else tells of them. */
    Grading erase(Grading erased, String actor) {
        Map<String, @Nullable Object> row = rows.changing(erased);
        row.put("erasedAt", Times.utc(erased.erasedAt()));
        row.put("answer", rows.answer(erased));
        jdbc.sql(
                        """
                        update grading set status = :status, version = :version,
                          lease_until = :leaseUntil, retry_at = :retryAt, regrade_for = :regradeFor,
                          erased_at = :erasedAt, candidate_ref = null, salt = null, answer = :answer,
                          submission = :submission, result = :result
                        where tenant = :tenant and id = :id""")
                .params(rows.sealed(erased, row))
                .update();
        Sha256 content =
                ContentHash.ofErased(
                        String.valueOf(row.get("submission")), String.valueOf(row.get("result")));
        history.append(erased, HistoryEntry.Event.ERASED, actor, content);
        for (String table : List.of("lesson", "idempotency_key")) {
            jdbc.sql("delete from " + table + " where tenant = :tenant and grading_id = :id")
                    .param("tenant", erased.tenant().value())
                    .param("id", erased.id().value())
                    .update();
        }
        return erased;
    }

    private String salt(Grading grading) {
        String stored =
                jdbc.sql("select salt from grading where tenant = :tenant and id = :id")
                        .param("tenant", grading.tenant().value())
                        .param("id", grading.id().value())
                        .query(String.class)
                        .single();
        return new Opened(vault, grading.tenant(), grading.id()).of("salt", stored);
    }

    /**
     * @param locking what to add to the query: nothing, or {@code for update}
     */
    Optional<Grading> find(TenantId tenant, GradingId id, String locking) {
        return jdbc.sql("select * from grading where tenant = :tenant and id = :id " + locking)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(rows)
                .optional();
    }
}
