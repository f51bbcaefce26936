package io.evenhand.grading.store;

import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Provenance;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.question.Points;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends to the history of gradings and reads it. */
final class HistoryRows {

    private static final int CAUSE = 200;

    private final JdbcClient jdbc;
    private final StorageJson json;
    private final Clock clock;

    HistoryRows(JdbcClient jdbc, StorageJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The first entry of one that was not here before.
     *
     * @param contentHash keyed hash of the texts as they are now
     */
    void begin(Grading accepted, String actor, Sha256 contentHash) {
        Last none = new Last(0, AuditChain.start(accepted.tenant(), accepted.id()));
        append(none, accepted, HistoryEntry.Event.ACCEPTED, actor, contentHash);
    }

    /**
     * @param contentHash keyed hash of the texts as they are now
     */
    void append(Grading now, HistoryEntry.Event event, String actor, Sha256 contentHash) {
        append(last(now), now, event, actor, contentHash);
    }

    private void append(
            Last last, Grading now, HistoryEntry.Event event, String actor, Sha256 contentHash) {
        Optional<Provenance> grader = grader(now);
        HistoryEntry entry =
                new HistoryEntry(
                        last.seq() + 1,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        event,
                        actor,
                        now.status(),
                        now.revision(),
                        now.grade().map(Grade::score),
                        grader,
                        now.cause(event).map(HistoryRows::cut),
                        contentHash,
                        last.hash());
        Sha256 hash = AuditChain.hash(last.hash(), entry);
        insert(now.tenant(), now.id(), entry, hash);
    }

    List<HistoryEntry> of(TenantId tenant, GradingId id) {
        return jdbc.sql(
                        """
                        select * from grading_event where tenant = :tenant and grading_id = :id
                        order by seq""")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query((row, number) -> entry(row))
                .list();
    }

    /** The same of several gradings; those without a history are left out. */
    Map<GradingId, List<HistoryEntry>> of(TenantId tenant, List<GradingId> ids) {
        Map<GradingId, List<HistoryEntry>> histories = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            select * from grading_event
                            where (tenant, grading_id) in (:keys)
                            order by grading_id, seq""")
                    .param("keys", Keys.of(tenant, ids))
                    .query(
                            row -> {
                                histories
                                        .computeIfAbsent(
                                                new GradingId(row.getString("grading_id")),
                                                id -> new ArrayList<>())
                                        .add(entry(row));
                            });
        }
        return histories;
    }

    private HistoryEntry entry(ResultSet row) throws SQLException {
        String grader = row.getString("grader");
        return new HistoryEntry(
                row.getInt("seq"),
                Times.instant(row, "at").orElse(Instant.EPOCH),
                HistoryEntry.Event.valueOf(row.getString("event")),
                row.getString("actor"),
                GradingStatus.valueOf(row.getString("status")),
                row.getInt("revision"),
                Optional.ofNullable(row.getBigDecimal("score")).map(Points::new),
                Optional.ofNullable(grader).map(text -> json.read(text, Provenance.class)),
                Optional.ofNullable(row.getString("cause")),
                new Sha256(row.getString("content_hash")),
                new Sha256(row.getString("hash")));
    }

    private void insert(TenantId tenant, GradingId id, HistoryEntry entry, Sha256 hash) {
        jdbc.sql(
                        """
                        insert into grading_event (tenant, grading_id, seq, at, event, actor, status,
                          revision, score, grader, cause, content_hash, hash)
                        values (:tenant, :id, :seq, :at, :event, :actor, :status,
                          :revision, :score, :grader, :cause, :contentHash, :hash)""")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("seq", entry.seq())
                .param("at", Times.utc(entry.at()))
                .param("event", entry.event().name())
                .param("actor", entry.actor())
                .param("status", entry.status().name())
                .param("revision", entry.revision())
                .param("score", entry.score().map(Points::value).orElse(null))
                .param("grader", entry.grader().map(json::write).orElse(null))
                .param("cause", entry.cause().orElse(null))
                .param("contentHash", entry.contentHash().value())
                .param("hash", hash.value())
                .update();
    }

    private static String cut(String cause) {
        return cause.substring(0, Math.min(cause.length(), CAUSE));
    }

    private Last last(Grading grading) {
        return jdbc.sql(
                        """
                        select seq, hash from grading_event
                        where tenant = :tenant and grading_id = :id order by seq desc limit 1""")
                .param("tenant", grading.tenant().value())
                .param("id", grading.id().value())
                .query(
                        (row, number) ->
                                new Last(row.getInt("seq"), new Sha256(row.getString("hash"))))
                .optional()
                .orElseGet(() -> new Last(0, AuditChain.start(grading.tenant(), grading.id())));
    }

    private static Optional<Provenance> grader(Grading grading) {
        return grading.grade().map(Grade::grader).or(() -> grading.noGrade().map(NoGrade::grader));
    }

    private record Last(int seq, Sha256 hash) {}
}
