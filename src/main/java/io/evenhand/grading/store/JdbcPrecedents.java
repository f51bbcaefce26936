package io.evenhand.grading.store;

import io.evenhand.grading.AnswerHash;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Precedent;
import io.evenhand.grading.Precedents;
import io.evenhand.grading.Work;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Place;
import io.evenhand.platform.vault.Vault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Precedents in H2 or PostgreSQL. */
@Repository
class JdbcPrecedents implements Precedents {

    private static final String KNOWN =
            " from precedent where tenant = :tenant and work = :work and expires_at > :now";

    private static final String UPDATE =
            """
            update precedent set answer = :answer, key_id = :keyId, id = :id,
              judged = :judged, expires_at = :expiresAt
            where tenant = :tenant and work = :work""";

    private final JdbcClient jdbc;
    private final StorageJson json;
    private final Vault vault;

    JdbcPrecedents(JdbcClient jdbc, StorageJson json, Vault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
    }

    @Override
    public Optional<Precedent> find(Work work, Instant now) {
        return jdbc.sql("select *" + KNOWN)
                .params(key(work))
                .param("now", Times.utc(now))
                .query(
                        (row, number) ->
                                new Precedent(
                                        work,
                                        row.getString("id"),
                                        json.read(
                                                vault.open(place(work), row.getString("judged")),
                                                Outcome.Reused.class),
                                        Times.instant(row, "expires_at").orElseThrow()))
                .optional();
    }

    @Override
    public Optional<String> id(Work work, Instant now) {
        return jdbc.sql("select id" + KNOWN)
                .params(key(work))
                .param("now", Times.utc(now))
                .query(String.class)
                .optional();
    }

    @Override
    public void add(Precedent precedent, Instant now) {
        if (!insert(precedent)) {
            jdbc.sql(UPDATE + " and expires_at <= :now")
                    .params(row(precedent))
                    .param("now", Times.utc(now))
                    .update();
        }
    }

    /** Whether the row was there; another transaction that inserts it is waited for. */
    private boolean insert(Precedent precedent) {
        return jdbc.sql(
                                """
                                insert into precedent (tenant, work, answer, key_id, id, judged, expires_at)
                                values (:tenant, :work, :answer, :keyId, :id, :judged, :expiresAt)
                                on conflict do nothing""")
                        .params(row(precedent))
                        .update()
                == 1;
    }

    @Override
    public void replace(Precedent precedent) {
        if (!insert(precedent)) {
            jdbc.sql(UPDATE).params(row(precedent)).update();
        }
    }

    @Override
    public int forget(AnswerHash answer) {
        return jdbc.sql(
                        """
                        delete from precedent
                        where tenant = :tenant and (answer = :answer or key_id <> :keyId)""")
                .param("tenant", answer.tenant().value())
                .param("answer", answer.value().value())
                .param("keyId", answer.keyId())
                .update();
    }

    @Override
    public int tidy(Instant now, int most) {
        int expired = forgetUntil(Times.utc(now));
        return expired
                + jdbc.sql(
                                """
                                select expires_at from precedent
                                order by expires_at desc limit 1 offset :most""")
                        .param("most", most)
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(this::forgetUntil)
                        .orElse(0);
    }

    private int forgetUntil(OffsetDateTime end) {
        return jdbc.sql("delete from precedent where expires_at <= :end")
                .param("end", end)
                .update();
    }

    private static Place place(Work work) {
        return SealedGradings.PRECEDENT.place("judged", work.tenant(), work.hash());
    }

    private static Map<String, Object> key(Work work) {
        return Map.of("tenant", work.tenant().value(), "work", work.hash().value());
    }

    private Map<String, Object> row(Precedent precedent) {
        Work work = precedent.work();
        Map<String, Object> row = new HashMap<>(key(work));
        row.put("answer", work.answer().value().value());
        row.put("keyId", work.answer().keyId());
        row.put("id", precedent.id());
        row.put("judged", vault.seal(place(work), json.write(precedent.judged())));
        row.put("expiresAt", Times.utc(precedent.expiresAt()));
        return row;
    }
}
